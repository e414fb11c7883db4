package io.kws.sdk.openstack.transport;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.openstack.transport.Exchange.Traits;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openstack4j.core.transport.ClientConstants;
import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.core.transport.internal.HttpExecutor;

/**
 * openstack4j's way to HTTP: hands each request to the gate of the node that the thread is bound to, which raises every
 * refusal before openstack4j's own mapping can hide it. openstack4j finds it through {@link java.util.ServiceLoader}; used
 * outside of a node, openstack4j behaves as it does with its own connectors.
 */
public final class Connector implements HttpExecutorService {
    private static final String NAME = "kws-sdk";

    /** Makes a connector; openstack4j does. */
    public Connector() {}

    /**
     * Refuses to work when openstack4j has picked another connector off the class path.
     *
     * @throws ConfigurationException if it has
     */
    static void requireOwn() {
        String name = HttpExecutor.create().getExecutorName();
        if (!name.equals(NAME)) {
            throw new ConfigurationException(
                    "openstack4j uses its connector \"%s\", which loses errors; remove that openstack4j connector's artifact from the class path"
                            .formatted(name));
        }
    }

    @Override
    public <R> HttpResponse execute(HttpRequest<R> request) {
        Gate gate = Sessions.gate();
        URI uri = URI.create(request.getUrl());
        Exchange exchange = exchange(request, uri, gate == null ? uri.getAuthority() : gate.serviceAt(uri));
        return new ConnectorResponse(
                gate == null ? PlainWire.send(exchange, request.getHeaders()) : gate.send(exchange));
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
        headers.putIfAbsent("Accept", "application/json");
        if (request.getEntity() != null || request.hasJson()) {
            headers.put(ClientConstants.HEADER_CONTENT_TYPE, request.getContentType());
        }
        return new Exchange(method, service, uri, headers, body(request), traits(method, request));
    }

    /** openstack4j reads the content of images and objects from answers that it asks for without a type. */
    private static Traits traits(String method, HttpRequest<?> request) {
        if (request.getEntity() instanceof InputStream) {
            return Traits.ONCE;
        }
        return method.equals("GET") && request.getReturnType() == Void.class ? Traits.STREAMED : Traits.of(method);
    }

    private static BodyPublisher body(HttpRequest<?> request) {
        Object entity = request.getEntity();
        if (entity instanceof InputStream stream) {
            return BodyPublishers.ofInputStream(() -> stream);
        }
        if (entity != null) {
            return BodyPublishers.ofByteArray(Json.bytes(ObjectMapperSingleton.getContext(entity.getClass()), entity));
        }
        return request.hasJson() ? BodyPublishers.ofString(request.getJson()) : BodyPublishers.noBody();
    }
}
