package io.kws.sdk.openstack.client;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.Exchange.Traits;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openstack4j.api.exceptions.ConnectorNotFoundException;
import org.openstack4j.core.transport.ClientConstants;
import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.core.transport.internal.HttpExecutor;

/**
 * openstack4j's way to HTTP: hands each request to the client of the node that the thread is bound to, which raises every
 * refusal before openstack4j's own mapping can hide it. openstack4j finds it through {@link java.util.ServiceLoader}; used
 * outside of a node, openstack4j behaves as it does with its own connectors.
 */
public final class Connector implements HttpExecutorService {
    private static final String NAME = "kws-sdk";
    private static final String CONTENT_LENGTH = "Content-Length";

    /** Makes a connector; openstack4j does. */
    public Connector() {}

    /**
     * Refuses to work when openstack4j has picked another connector off the class path.
     *
     * @throws ConfigurationException if it has
     */
    static void requireOwn() {
        String name = executorName();
        if (!name.equals(NAME)) {
            throw new ConfigurationException(
                    "openstack4j uses its connector \"%s\", which loses errors; remove that openstack4j connector's artifact from the class path"
                            .formatted(name));
        }
    }

    private static String executorName() {
        try {
            return HttpExecutor.create().getExecutorName();
        } catch (ConnectorNotFoundException e) {
            throw new ConfigurationException(
                    "openstack4j finds no connector, not even ours: the program's packaging has lost META-INF/services",
                    e);
        }
    }

    /** A login of openstack4j's own is never the client's: it may be to another cloud, which must not see the token. */
    @Override
    public <R> HttpResponse execute(HttpRequest<R> request) {
        OpenStackClient client = request.getHeaders().containsKey(ClientConstants.HEADER_OS4J_AUTH)
                ? null
                : Openstack4jSessions.client();
        if (client == null) {
            URI uri = URI.create(request.getUrl());
            return PlainConnector.send(exchange(request, uri, uri.getAuthority()), request.getHeaders());
        }
        URI uri = uri(request.getUrl());
        return new ConnectorResponse(client.send(exchange(request, uri, client.serviceAt(uri))));
    }

    /** openstack4j encodes no names: what follows a # in one would be lost without a word. */
    private static URI uri(String url) {
        try {
            URI uri = URI.create(URI.create(url).toASCIIString());
            if (uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("openstack4j does not encode the names in " + url, e);
        }
        throw new InvalidRequestException("openstack4j does not encode the # in " + url);
    }

    @Override
    public String getExecutorDisplayName() {
        return NAME;
    }

    private static Exchange exchange(HttpRequest<?> request, URI uri, String service) {
        String method = request.getMethod().name();
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        headers.remove(ClientConstants.HEADER_X_AUTH_TOKEN);
        headers.remove(ClientConstants.HEADER_OS4J_AUTH);
        headers.keySet().removeIf(CONTENT_LENGTH::equalsIgnoreCase); // is told by the body
        headers.putIfAbsent("Accept", "application/json");
        if (request.getEntity() != null || request.hasJson()) {
            headers.put(ClientConstants.HEADER_CONTENT_TYPE, request.getContentType());
        }
        if (request.getEntity() instanceof InputStream stream) {
            return new Exchange(method, service, uri, headers, BodyPublishers.noBody(), Traits.ONCE)
                    .with(new Upload(Content.of(stream), TransferListener.NONE));
        }
        return new Exchange(method, service, uri, headers, body(request), traits(method, request));
    }

    /** openstack4j reads the content of images and objects from answers that it asks for without a type. */
    private static Traits traits(String method, HttpRequest<?> request) {
        return method.equals("GET") && request.getReturnType() == Void.class ? Traits.STREAMED : Traits.of(method);
    }

    private static BodyPublisher body(HttpRequest<?> request) {
        Object entity = request.getEntity();
        if (entity != null) {
            return BodyPublishers.ofByteArray(Json.bytes(ObjectMapperSingleton.getContext(entity.getClass()), entity));
        }
        return request.hasJson() ? BodyPublishers.ofString(request.getJson()) : BodyPublishers.noBody();
    }
}
