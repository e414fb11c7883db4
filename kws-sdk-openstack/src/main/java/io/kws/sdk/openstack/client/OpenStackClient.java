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
 * Makes all calls to the services of one node. Each call carries a valid token, keeps to the thread's deadline, is repeated
 * where that is safe, and ends in an answer or in a {@link KwsException}; {@link CallChain} names the stations of its way.
 * Thread-safe.
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
     * @param context the settings that all nodes share
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

    /** {@return the ID of the credentials' project} */
    public String projectId() {
        return located(() -> tokens.token().projectId());
    }

    /**
     * Tells whether the credentials have a role in their project.
     *
     * @param role the role, such as {@code admin}
     * @return whether they have it
     */
    public boolean hasRole(String role) {
        return located(() -> tokens.token().hasRole(role));
    }

    /** {@return the types of the services in the node's catalogue, sorted} */
    public List<String> services() {
        return located(() -> tokens.token().catalog().types());
    }

    /**
     * Returns the address of a request. Sends nothing but a login, if one is due.
     *
     * @param request the request
     * @return the address
     */
    public URI address(Request request) {
        return located(() -> toNode(request).uri());
    }

    /**
     * Reads what a service offers, at {@code info} beside its version.
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
     * Runs work with openstack4j, which is bound to this node on this thread while the work runs.
     *
     * @param work the work
     * @param <R> the type of its result
     * @return its result
     */
    public <R> R call(Function<OSClientV3, R> work) {
        return located(() -> Openstack4jSessions.bind(this, tokens.token(), work));
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @return the body of the answer; an empty object if it has none
     */
    public JsonNode send(Request request) {
        return located(() -> {
            ServiceRequest toNode = toNode(request);
            return Json.read(toNode, call(toNode));
        });
    }

    /**
     * Reads a resource that may not exist.
     *
     * @param request the request
     * @return the body of the answer; empty if the resource does not exist
     */
    public Optional<JsonNode> find(Request request) {
        try {
            return Optional.of(send(request));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Deletes a resource; does nothing if it does not exist.
     *
     * @param service the service
     * @param path the segments of the resource's path
     * @return whether it existed
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
     * Sends a request of whose answer the headers are needed, or whose body is not a JSON object.
     *
     * @param request the request
     * @return the whole answer
     */
    public Reply reply(Request request) {
        return located(() -> new Reply(call(toNode(request))));
    }

    /**
     * Uploads content of any size, which is read while it is sent. The upload may take any time, but not be idle for longer
     * than {@link Timeouts#standstill}.
     *
     * @param request the request
     * @param content its body; sent again after a failure only if both allow it
     * @param listener hears of the progress
     * @return the whole answer
     * @throws io.kws.sdk.errors.InvalidRequestException if the content cannot be read, or has another length than announced
     */
    public Reply upload(Request request, Content content, TransferListener listener) {
        return located(() -> new Reply(call(toNode(request).withContent(new Upload(content, listener)))));
    }

    /**
     * Downloads content of any size, which the caller reads while it arrives.
     *
     * @param request the request
     * @return the headers and the bytes; the caller closes them
     */
    public Download download(Request request) {
        return located(() -> new Download(
                node, call(toNode(request).withHeader("Accept", "*/*").withStreamedAnswer(timeouts.standstill()))));
    }

    /**
     * Reads all pages of a list. Starts again if a page cannot be found any more because the list has changed meanwhile.
     *
     * @param request the request for the first page
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
     * Runs work and records this node in its errors.
     *
     * @param work the work
     * @param <R> the type of its result
     * @return its result
     */
    public <R> R located(Supplier<R> work) {
        try {
            return work.get();
        } catch (KwsException e) {
            throw ErrorDetails.onNode(e, node);
        }
    }
}
