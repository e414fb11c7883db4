package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.Exchange.Traits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call of a service's REST API where openstack4j has none that does it rightly. Immutable. */
public final class Request {
    private final String method;
    private final Service service;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final @Nullable JsonNode body;
    private final Traits traits;

    private Request(
            String method,
            Service service,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable JsonNode body,
            Traits traits) {
        this.method = method;
        this.service = service;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.traits = traits;
    }

    /**
     * Returns a request.
     *
     * @param method the HTTP method
     * @param service whose
     * @param segments the path below the service's address; each is encoded
     * @return the request
     * @throws InvalidRequestException if a segment is one that leads to another path: empty, {@code .} or {@code ..}
     */
    public static Request of(String method, Service service, String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.matches("\\.{0,2}")) {
                throw new InvalidRequestException("nothing can be named \"" + segment + "\"");
            }
            path.append('/').append(encode(segment));
        }
        return new Request(method, service, path.toString(), "", Map.of(), null, Traits.of(method));
    }

    /**
     * Returns a request to read.
     *
     * @param service whose
     * @param segments the path below the service's address
     * @return the request
     */
    public static Request get(Service service, String... segments) {
        return of("GET", service, segments);
    }

    /**
     * Adds a name to the path that may be any text: its slashes stay what they are, all else is encoded.
     *
     * @param name any text
     * @return a request with it
     */
    public Request below(String name) {
        String more = Arrays.stream(name.split("/", -1))
                .map(part -> part.matches("\\.{1,2}") ? part.replace(".", "%2E") : encode(part))
                .collect(Collectors.joining("/", "/", ""));
        return new Request(method, service, path + more, query, headers, body, traits);
    }

    /**
     * Adds a query parameter.
     *
     * @param name its name
     * @param value its value
     * @return a request with it
     */
    public Request query(String name, String value) {
        String more = query + (query.isEmpty() ? "?" : "&") + encode(name) + "=" + encode(value);
        return new Request(method, service, path, more, headers, body, traits);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return a request with it
     */
    public Request header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, service, path, query, more, body, traits);
    }

    /**
     * Asks for a newer version of the service's API than its first; for the services that go by their type there, such as
     * Nova and Zun.
     *
     * @param microversion such as {@code 2.6}
     * @return a request with it
     */
    public Request microversion(String microversion) {
        return header("OpenStack-API-Version", service.type() + " " + microversion);
    }

    /**
     * Sets the body.
     *
     * @param json what to send
     * @return a request with it
     */
    public Request body(JsonNode json) {
        return new Request(method, service, path, query, headers, json, traits);
    }

    /**
     * Says that carrying out the request twice does no harm, so that it may be sent again when its answer is lost.
     *
     * @return a request that is repeated
     */
    public Request repeatable() {
        return new Request(method, service, path, query, headers, body, Traits.REPEATABLE);
    }

    /**
     * Says that carrying out the request twice is not the same as once, so that it is never sent again when its answer is
     * lost.
     *
     * @return a request that is not repeated
     */
    public Request once() {
        return new Request(method, service, path, query, headers, body, Traits.ONCE);
    }

    /** Returns a request whose answer is read as it comes. */
    Request streamed() {
        return new Request(method, service, path, query, headers, body, Traits.STREAMED).header("Accept", "*/*");
    }

    Traits traits() {
        return traits;
    }

    String method() {
        return method;
    }

    Service service() {
        return service;
    }

    /** {@return the path below the service's address, encoded} */
    public String path() {
        return path;
    }

    String pathAndQuery() {
        return path + query;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    JsonNode body() {
        return body;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
