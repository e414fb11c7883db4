package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.JSON;
import io.kws.sdk.driver.http.Repeatability;
import io.kws.sdk.driver.http.ServiceRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request to the Kubernetes API. Immutable. */
public final class Request {
    private static final String PLAIN = "application/json";
    private static final String MERGE = "application/merge-patch+json";

    private final String method;
    private final String path;
    private final String query;
    private final String contentType;
    private final String body;
    private final Repeatability repeatability;

    private Request(
            String method, String path, String query, String contentType, String body, Repeatability repeatability) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.contentType = contentType;
        this.body = body;
        this.repeatability = repeatability;
    }

    /**
     * Returns a request to read one object.
     *
     * @param api its kind
     * @param namespace its namespace; empty for one of the whole cluster
     * @param name its name
     * @return the request
     */
    public static Request get(ApiResource api, String namespace, String name) {
        return new Request("GET", api.path(namespace, name), "", PLAIN, "", Repeatability.READING);
    }

    /**
     * Returns a request to list objects.
     *
     * @param api their kind
     * @param namespace their namespace; empty for all
     * @return the request
     */
    public static Request list(ApiResource api, String namespace) {
        return new Request("GET", api.path(namespace), "", PLAIN, "", Repeatability.READING);
    }

    /**
     * Returns a request to read a path of the API's discovery.
     *
     * @param path the path
     * @return the request
     */
    public static Request read(String path) {
        return new Request("GET", path, "", PLAIN, "", Repeatability.READING);
    }

    /**
     * Returns a request to read a part of an object, such as {@code log}.
     *
     * @param api its kind
     * @param object its namespace, a slash, and its name
     * @param part the part
     * @return the request
     */
    static Request part(ApiResource api, String object, String part) {
        int slash = object.indexOf('/');
        String path = api.path(object.substring(0, slash), object.substring(slash + 1));
        return new Request("GET", path + "/" + part, "", PLAIN, "", Repeatability.READING);
    }

    /**
     * Returns a request to read the log of a Pod.
     *
     * @param namespace its namespace
     * @param pod its name
     * @return the request
     */
    public static Request log(String namespace, String pod) {
        return part(ApiResource.PODS, namespace + "/" + pod, "log");
    }

    /**
     * Returns a request to create an object; it is not repeated.
     *
     * @param api its kind
     * @param namespace its namespace; empty for one of the whole cluster
     * @param model the object, as JSON or as a model of client-java
     * @return the request
     */
    public static Request create(ApiResource api, String namespace, Object model) {
        String body = model instanceof JsonNode json ? json.toString() : JSON.serialize(model);
        return new Request("POST", api.path(namespace), "", PLAIN, body, Repeatability.ONCE);
    }

    /** {@return a request for the version of the cluster} */
    public static Request version() {
        return new Request("GET", "/version", "", PLAIN, "", Repeatability.READING);
    }

    /**
     * Returns a request to replace an object by a changed one, which is refused if the object has changed meanwhile; it is
     * not repeated.
     *
     * @param api its kind
     * @param namespace its namespace
     * @param object the whole object
     * @return the request
     */
    public static Request replace(ApiResource api, String namespace, JsonNode object) {
        String name = object.path("metadata").path("name").asText();
        return new Request("PUT", api.path(namespace, name), "", PLAIN, object.toString(), Repeatability.ONCE);
    }

    /**
     * Returns a request to change fields of an object; it is repeated, as twice is the same as once.
     *
     * @param api its kind
     * @param object its namespace, a slash, and its name; only its name for one of the whole cluster
     * @param fields the fields, as JSON or as a model
     * @return the request
     */
    public static Request merge(ApiResource api, String object, Object fields) {
        int slash = object.indexOf('/');
        String namespace = slash < 0 ? "" : object.substring(0, slash);
        String path = api.path(namespace, object.substring(slash + 1));
        return new Request("PATCH", path, "", MERGE, JSON.serialize(fields), Repeatability.IDEMPOTENT);
    }

    /**
     * Returns a request to delete an object.
     *
     * @param api its kind
     * @param namespace its namespace; empty for one of the whole cluster
     * @param name its name
     * @param options the options of the deletion, as a model of client-java
     * @return the request
     */
    public static Request delete(ApiResource api, String namespace, String name, Object options) {
        return new Request(
                "DELETE", api.path(namespace, name), "", PLAIN, JSON.serialize(options), Repeatability.IDEMPOTENT);
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
        return new Request(method, path, more, contentType, body, repeatability);
    }

    /**
     * Allows the request to be sent again if its answer is lost, as carrying it out twice does no harm.
     *
     * @return a request that may be repeated
     */
    public Request repeatable() {
        return new Request(method, path, query, contentType, body, Repeatability.IDEMPOTENT);
    }

    /** Returns the request without the cluster's address. */
    ServiceRequest toService() {
        ServiceRequest request = new ServiceRequest(method, KubernetesApi.SERVICE, URI.create(path + query))
                .withRepeatability(repeatability)
                .withHeader("Accept", "application/json, */*"); // some parts of objects are not JSON
        return body.isEmpty()
                ? request
                : request.withHeader("Content-Type", contentType).withBody(body.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return method and path, without the query} */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
