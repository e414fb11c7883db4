package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kws.sdk.driver.http.Repeatability;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
            ServiceRequest plain = serviceRequest(request, uri, uri.getAuthority());
            return PlainConnector.send(streamed(plain, request, Timeouts.DEFAULT), request.getHeaders());
        }
        URI uri = uri(request.getUrl());
        ServiceRequest toNode = serviceRequest(request, uri, client.serviceAt(uri));
        return new ConnectorResponse(client.call(streamed(toNode, request, client.timeouts())));
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

    private static ServiceRequest serviceRequest(HttpRequest<?> request, URI uri, String service) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        request.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        headers.remove(ClientConstants.HEADER_X_AUTH_TOKEN);
        headers.remove(ClientConstants.HEADER_OS4J_AUTH);
        headers.keySet().removeIf(CONTENT_LENGTH::equalsIgnoreCase); // is told by the body
        if (request.getEntity() != null || request.hasJson()) {
            headers.put(ClientConstants.HEADER_CONTENT_TYPE, request.getContentType());
        }
        ServiceRequest toSend = new ServiceRequest(request.getMethod().name(), service, uri).withHeaders(headers);
        return request.getEntity() instanceof InputStream stream
                ? toSend.withContent(new Upload(Content.of(stream), TransferListener.NONE))
                        .withRepeatability(Repeatability.ONCE)
                : toSend.withBody(body(request));
    }

    /** openstack4j reads the content of images and objects from answers that it asks for without a type. */
    private static ServiceRequest streamed(ServiceRequest toSend, HttpRequest<?> request, Timeouts timeouts) {
        return toSend.method().equals("GET") && request.getReturnType() == Void.class
                ? toSend.withStreamedAnswer(timeouts.standstill())
                : toSend;
    }

    private static byte[] body(HttpRequest<?> request) {
        Object entity = request.getEntity();
        if (entity == null) {
            return request.hasJson() ? request.getJson().getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        try {
            return ObjectMapperSingleton.getContext(entity.getClass()).writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
