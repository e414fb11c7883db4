package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.http.CallChain;
import io.kws.sdk.driver.http.CallChain.NodeCalls;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.http.Session;
import io.kws.sdk.driver.http.Transport;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openstack4j.api.OSClient.OSClientV3;

/**
 * The only way to one node's services. Every call that goes through it reaches this node and no other, carries a good
 * token, keeps to the thread's deadline, is repeated where that is safe, and ends in an answer or in a {@link
 * KwsException}. Safe for use by many threads.
 */
public final class OpenStackClient {
    private final String node;
    private final Timeouts timeouts;
    private final CallChain chain;
    private final TokenCache tokens;
    private final TokenSessions sessions;

    /**
     * Makes a client. Makes no call.
     *
     * @param config the node
     * @param cloud its cloud
     * @param context what all nodes share
     * @throws io.kws.sdk.errors.ConfigurationException if another connector of openstack4j is on the class path, or a
     *     certificate cannot be read
     */
    public OpenStackClient(NodeConfig config, CloudConfig cloud, DriverContext context) {
        Connector.requireOwn();
        this.node = config.name();
        this.timeouts = context.timeouts();
        NodeCalls calls = new NodeCalls(node, config.maxConcurrentCalls(), context.calls());
        this.chain = new CallChain(calls, new OpenStackServices(), HttpClients.threads(), timeouts);
        JdkTransport transport = new JdkTransport(HttpClients.of(cloud.tls(), timeouts));
        LoginSession login = new LoginSession(transport);
        this.tokens = new TokenCache(new Keystone(cloud, request -> chain.call(request, login))::logIn);
        this.sessions = new TokenSessions(tokens, transport);
    }

    /** A login's own credentials are in its body. */
    private record LoginSession(Transport transport) implements Session {
        @Override
        public ServiceRequest authorize(ServiceRequest request) {
            return request;
        }
    }

    /** {@return the node's name} */
    public String node() {
        return node;
    }

    /** {@return the ID of the project that the credentials are good for} */
    public String projectId() {
        return located(() -> tokens.token().projectId());
    }

    /**
     * Tells whether the credentials have a role in their project.
     *
     * @param role the role, such as {@code admin}
     * @return whether Keystone says so
     */
    public boolean hasRole(String role) {
        return located(() -> tokens.token().hasRole(role));
    }

    /** {@return the types of the services in the node's catalogue, sorted} */
    public List<String> services() {
        return located(() -> tokens.token().catalog().types());
    }

    /**
     * Returns where a request would go.
     *
     * @param request any request
     * @return the address
     */
    public URI address(Request request) {
        return located(() -> toNode(request).uri());
    }

    /**
     * Asks a service what it offers, at {@code info} beside its version.
     *
     * @param service the service
     * @return the whole answer
     */
    public Reply info(Service service) {
        return located(() -> {
            String endpoint = tokens.token().catalog().url(service);
            return new Reply(call(Request.get(service, "info").at(endpoint.replaceFirst("/v1(/.*)?$", ""))));
        });
    }

    /**
     * Runs work with openstack4j, bound to this node on this thread for as long as the work runs.
     *
     * @param work what to do
     * @param <R> its result
     * @return the result
     */
    public <R> R call(Function<OSClientV3, R> work) {
        return located(() -> Openstack4jSessions.bind(this, tokens.token(), work));
    }

    /**
     * Sends a request.
     *
     * @param request what to send
     * @return the body of the answer; an empty object if it has none
     */
    public JsonNode send(Request request) {
        return located(() -> {
            ServiceRequest toNode = toNode(request);
            return Json.read(toNode, call(toNode));
        });
    }

    /**
     * Reads a thing that may not be there.
     *
     * @param request what to read
     * @return the body of the answer; nothing if the service says that the thing is not there
     */
    public Optional<JsonNode> find(Request request) {
        try {
            return Optional.of(send(request));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Deletes a thing; fine if it is gone already.
     *
     * @param service the service
     * @param path where the thing is, one part after the other
     * @return whether it was there
     */
    public boolean delete(Service service, String... path) {
        try {
            send(Request.of("DELETE", service, path));
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Sends a request whose answer's headers tell something, or whose body is no JSON object.
     *
     * @param request what to send
     * @return the whole answer
     */
    public Reply reply(Request request) {
        return located(() -> new Reply(call(toNode(request))));
    }

    /**
     * Sends a content of any size, reading it as it is sent. The whole may take as long as it likes, but not stand still
     * for longer than {@link io.kws.sdk.operations.Timeouts#standstill}.
     *
     * @param request where to, and how the content is to be taken
     * @param content what to send; sent again after a failure only if both allow it
     * @param listener hears how it comes along
     * @return the whole answer
     * @throws io.kws.sdk.errors.InvalidRequestException if the content cannot be read, or is not as long as announced
     */
    public Reply upload(Request request, Content content, TransferListener listener) {
        return located(() -> new Reply(call(toNode(request).withContent(new Upload(content, listener)))));
    }

    /**
     * Asks for a content of any size, to be read as it comes.
     *
     * @param request what to read
     * @return its headers and its bytes, to be closed
     */
    public Download download(Request request) {
        return located(() -> new Download(
                node, call(toNode(request).withHeader("Accept", "*/*").withStreamedAnswer(timeouts.standstill()))));
    }

    /**
     * Reads a list, all pages of it; begun anew if it changes so much meanwhile that a page cannot be found any more.
     *
     * @param request asks for the first page
     * @param field the field of the answer that holds the list
     * @return the list
     */
    public List<JsonNode> list(Request request, String field) {
        return located(() -> new PagedList(this, request, field).read());
    }

    /** Returns where a service is. */
    String endpoint(Service service) {
        return tokens.token().catalog().url(service);
    }

    /** Returns the type of the service that an address belongs to. */
    String serviceAt(URI uri) {
        return tokens.token().catalog().typeAt(uri);
    }

    /** Returns how long things may take. */
    Timeouts timeouts() {
        return timeouts;
    }

    /** Makes a call with a token. */
    ServiceAnswer call(ServiceRequest request) {
        return chain.call(request, sessions);
    }

    private ServiceRequest toNode(Request request) {
        return request.at(endpoint(request.service()));
    }

    /**
     * Runs work whose errors belong to this node.
     *
     * @param work what to do
     * @param <R> its result
     * @return the result
     */
    public <R> R located(Supplier<R> work) {
        try {
            return work.get();
        } catch (KwsException e) {
            throw ErrorDetails.onNode(e, node);
        }
    }
}
