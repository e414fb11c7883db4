package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openstack4j.api.OSClient.OSClientV3;

/**
 * The only way to one node's services. Every call that goes through it reaches this node and no other, carries a good
 * token, keeps to the thread's deadline, is repeated where that is safe, and ends in an answer or in a {@link
 * KwsException}. Safe for use by many threads.
 */
public final class OpenStackClient {
    /** More than that many deaths of tokens during one call are no coincidence. */
    private static final int MOST_RENEWALS = 10;

    private final String node;
    private final RetryingSender calls;
    private final TokenCache logins;

    /** By service, the new token that it refused as well: one more login would not help. */
    private final Map<String, Token> refused = new ConcurrentHashMap<>();

    /** By service, the newest token that it accepted. */
    private final Map<String, Token> accepted = new ConcurrentHashMap<>();

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
        HttpClient client = HttpClients.of(cloud.tls(), context.timeouts());
        HttpSender wire = new HttpSender(client, context.timeouts(), config.maxConcurrentCalls());
        this.calls = new RetryingSender(node, wire, context.timeouts(), context.calls());
        this.logins = new TokenCache(new Keystone(cloud, calls)::logIn);
    }

    /** {@return the node's name} */
    public String node() {
        return node;
    }

    /** {@return the ID of the project that the credentials are good for} */
    public String projectId() {
        return located(() -> logins.token().projectId());
    }

    /**
     * Tells whether the credentials have a role in their project.
     *
     * @param role the role, such as {@code admin}
     * @return whether Keystone says so
     */
    public boolean hasRole(String role) {
        return located(() -> logins.token().hasRole(role));
    }

    /** {@return the types of the services in the node's catalogue, sorted} */
    public List<String> services() {
        return located(() -> logins.token().catalog().types());
    }

    /**
     * Returns where a request would go.
     *
     * @param request any request
     * @return the address
     */
    public URI address(Request request) {
        return located(() -> exchange(request).uri());
    }

    /**
     * Asks a service what it offers, at {@code info} beside its version.
     *
     * @param service the service
     * @return the whole answer
     */
    public Reply info(Service service) {
        return located(() -> {
            String endpoint = logins.token().catalog().url(service);
            return new Reply(send(exchange(Request.get(service, "info"), endpoint.replaceFirst("/v1(/.*)?$", ""))));
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
        return located(() -> Openstack4jSessions.bind(this, logins.token(), work));
    }

    /**
     * Sends a request.
     *
     * @param request what to send
     * @return the body of the answer; an empty object if it has none
     */
    public JsonNode send(Request request) {
        return located(() -> {
            Exchange exchange = exchange(request);
            return Json.read(exchange, send(exchange));
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
        return located(() -> new Reply(send(exchange(request))));
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
        return located(() -> new Reply(send(exchange(request).with(new Upload(content, listener)))));
    }

    /**
     * Asks for a content of any size, to be read as it comes.
     *
     * @param request what to read
     * @return its headers and its bytes, to be closed
     */
    public Download download(Request request) {
        return located(() -> new Download(node, send(exchange(request.streamed()))));
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
        return logins.token().catalog().url(service);
    }

    /** Returns the type of the service that an address belongs to. */
    String serviceAt(URI uri) {
        return logins.token().catalog().typeAt(uri);
    }

    /**
     * Sends an exchange with a token; when the token is refused, once more with a new one. That one, too, may have died
     * already, which shows by its having been good for others, or a later one.
     */
    Answer send(Exchange exchange) {
        Token token = logins.token();
        for (int renewals = 0; ; renewals++) {
            try {
                return sendWith(token, exchange);
            } catch (AuthenticationFailedException e) {
                boolean mayHaveDied = renewals == 0 || wasGood(token, exchange.service());
                if (!mayHaveDied || renewals == MOST_RENEWALS) {
                    refused.put(exchange.service(), token);
                    throw e;
                }
                if (token.equals(refused.get(exchange.service()))) {
                    throw e;
                }
            }
            token = logins.renew(token);
            if (!exchange.isReadable()) {
                throw new NodeUnavailableException("the token died during the upload; upload again");
            }
        }
    }

    private boolean wasGood(Token token, String service) {
        Token good = accepted.get(service);
        return good != null && good.isAtLeast(token);
    }

    private Answer sendWith(Token token, Exchange exchange) {
        Answer answer = calls.send(exchange.with("X-Auth-Token", token.id().reveal()));
        accepted.merge(exchange.service(), token, Token::newer);
        if (!refused.isEmpty()) {
            refused.remove(exchange.service());
        }
        return answer;
    }

    private Exchange exchange(Request request) {
        return exchange(request, logins.token().catalog().url(request.service()));
    }

    static Exchange exchange(Request request, String endpoint) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.putIfAbsent("Accept", "application/json");
        JsonNode json = request.body();
        BodyPublisher body = BodyPublishers.noBody();
        if (json != null) {
            headers.putIfAbsent("Content-Type", "application/json");
            body = BodyPublishers.ofByteArray(Json.bytes(json));
        }
        URI uri = URI.create(endpoint + request.pathAndQuery());
        return new Exchange(request.method(), request.service().type(), uri, headers, body, request.traits());
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
