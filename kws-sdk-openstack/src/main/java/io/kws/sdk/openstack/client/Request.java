package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.Repeatability;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.errors.InvalidRequestException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request to the REST API of a service, for calls that openstack4j lacks or makes wrongly. Immutable. */
public final class Request {
    private final String method;
    private final Service service;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final @Nullable JsonNode body;
    private final Repeatability repeatability;

    private Request(
            String method,
            Service service,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable JsonNode body,
            Repeatability repeatability) {
        this.method = method;
        this.service = service;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.repeatability = repeatability;
    }

    /**
     * Returns a request.
     *
     * @param method the HTTP method
     * @param service the service
     * @param segments the segments of the path below the service's address; each is encoded
     * @return the request
     * @throws InvalidRequestException if a segment would lead to another path: if it is empty, {@code .} or {@code ..}
     */
    public static Request of(String method, Service service, String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.matches("\\.{0,2}")) {
                throw new InvalidRequestException("a name must not be empty, \".\" or \"..\", was \"" + segment + "\"");
            }
            path.append('/').append(ServiceRequest.encode(segment));
        }
        return new Request(method, service, path.toString(), "", Map.of(), null, Repeatability.of(method));
    }

    /**
     * Returns a request to read.
     *
     * @param service the service
     * @param segments the segments of the path below the service's address
     * @return the request
     */
    public static Request get(Service service, String... segments) {
        return of("GET", service, segments);
    }

    /**
     * Adds a name to the path. Its slashes are kept, all other special characters are encoded.
     *
     * @param name any text
     * @return a request with it
     */
    public Request below(String name) {
        String more = Arrays.stream(name.split("/", -1))
                .map(part -> part.matches("\\.{1,2}") ? part.replace(".", "%2E") : ServiceRequest.encode(part))
                .collect(Collectors.joining("/", "/", ""));
        return new Request(method, service, path + more, query, headers, body, repeatability);
    }

    /**
     * Adds a query parameter.
     *
     * @param name its name
     * @param value its value
     * @return a request with it
     */
    public Request query(String name, String value) {
        String more = query + (query.isEmpty() ? "?" : "&") + ServiceRequest.encode(name) + "="
                + ServiceRequest.encode(value);
        return new Request(method, service, path, more, headers, body, repeatability);
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
        return new Request(method, service, path, query, more, body, repeatability);
    }

    /**
     * Asks for a microversion of the service's API. For services that expect their type in the header, such as Nova and
     * Zun.
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
     * @param json the body
     * @return a request with it
     */
    public Request body(JsonNode json) {
        return new Request(method, service, path, query, headers, json, repeatability);
    }

    /**
     * Allows the request to be sent again if its answer is lost, as carrying it out twice does no harm.
     *
     * @return a request that may be repeated
     */
    public Request repeatable() {
        return new Request(method, service, path, query, headers, body, Repeatability.IDEMPOTENT);
    }

    /**
     * Forbids to send the request again if its answer is lost, as carrying it out twice is not the same as once.
     *
     * @return a request that is only repeated if it was certainly not carried out
     */
    public Request once() {
        return new Request(method, service, path, query, headers, body, Repeatability.ONCE);
    }

    /** Returns the request to the service at an address. */
    ServiceRequest at(String endpoint) {
        ServiceRequest request = new ServiceRequest(method, service.type(), URI.create(endpoint + pathAndQuery()))
                .withRepeatability(repeatability)
                .withHeader("Accept", "application/json");
        JsonNode json = body;
        return json == null
                ? request.withHeaders(headers)
                : request.withHeader("Content-Type", "application/json")
                        .withHeaders(headers)
                        .withBody(Json.bytes(json));
    }

    Service service() {
        return service;
    }

    /** {@return the path below the service's address, encoded} */
    public String path() {
        return path;
    }

    private String pathAndQuery() {
        return path + query;
    }
}
