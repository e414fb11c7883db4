package io.kws.sdk.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.site.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP request on its way through a service. Used by one thread at a time. */
public final class Request {
    private final String method;
    private final URI uri;
    private final Query query;
    private final Map<String, List<String>> headers;
    private final String id;
    private InputStream body;
    private List<String> path;
    private Map<String, String> variables = Map.of();
    private @Nullable Caller caller;

    /**
     * Makes a request.
     *
     * @param method the HTTP method
     * @param uri path and query
     * @param headers the headers, names in any case
     * @param body the body
     * @param id the request ID the answer will carry
     */
    public Request(String method, URI uri, Map<String, List<String>> headers, InputStream body, String id) {
        this.method = method;
        this.uri = uri;
        this.query = new Query(uri.getRawQuery());
        this.headers = headers;
        this.body = body;
        this.id = id;
        this.path =
                Routes.segments(uri.getRawPath()).stream().map(Request::decode).toList();
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return the whole path, encoded, without the query} */
    public String fullPath() {
        return uri.getRawPath();
    }

    /** {@return the segments of the path below the service, decoded} */
    public List<String> path() {
        return path;
    }

    /** {@return the query} */
    public Query query() {
        return query;
    }

    /** {@return the request ID} */
    public String id() {
        return id;
    }

    /**
     * Returns a header.
     *
     * @param name its name, in any case
     * @return its first value, empty if it is not there
     */
    public Optional<String> header(String name) {
        List<String> all = headers.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** {@return all headers, each with all its values; their names are in any case} */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Returns what a variable segment of the path stands for.
     *
     * @param name the name in the route's braces
     * @return the segment, decoded
     */
    public String at(String name) {
        return variables.getOrDefault(name, "");
    }

    /** {@return who asks} */
    public Caller caller() {
        if (caller == null) {
            throw new Refusal(401, "The request you have made requires authentication.");
        }
        return caller;
    }

    /** {@return the body, to be read once} */
    public InputStream body() {
        return body;
    }

    /** {@return the body as a JSON object} */
    public ObjectNode json() {
        if (tree() instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(400, "MalformedRequestBody", "Malformed request body");
    }

    /** {@return the body as JSON of any kind} */
    public JsonNode tree() {
        try {
            return Json.read(body.readAllBytes());
        } catch (IOException e) {
            throw new Refusal(400, "MalformedRequestBody", "Malformed request body");
        }
    }

    Request below(int segments) {
        path = path.subList(segments, path.size());
        return this;
    }

    Request by(Caller who) {
        caller = who;
        return this;
    }

    Request with(Map<String, String> values) {
        variables = values;
        return this;
    }

    Request load() {
        try {
            body = new ByteArrayInputStream(body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
