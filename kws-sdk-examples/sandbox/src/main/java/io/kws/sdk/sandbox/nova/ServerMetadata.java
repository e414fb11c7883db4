package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;

/** The metadata of servers. */
final class ServerMetadata {
    private static final String PATH = "/v2.1/servers/{id}/metadata";

    private final Cloud cloud;
    private final ServerStore servers;
    private final Keypairs keypairs;

    ServerMetadata(Cloud cloud, ServerStore servers, Keypairs keypairs) {
        this.cloud = cloud;
        this.servers = servers;
        this.keypairs = keypairs;
    }

    void register(Routes routes) {
        routes.on("GET", PATH, request -> all(servers.get(request)))
                .on("POST", PATH, this::merge)
                .on("PUT", PATH, this::replace)
                .on("GET", PATH + "/{key}", request -> one(servers.get(request), request.at("key")))
                .on("PUT", PATH + "/{key}", this::put)
                .on("DELETE", PATH + "/{key}", this::remove);
    }

    private Answer merge(Request request) {
        Server server = servers.get(request);
        ObjectNode more = checked(request, request.json().path("metadata"));
        ObjectNode merged = server.metadata().deepCopy();
        merged.setAll(more);
        order(request).checkMetadataSize(merged.size());
        return store(server, merged);
    }

    private Answer replace(Request request) {
        return store(servers.get(request), checked(request, request.json().path("metadata")));
    }

    private Answer store(Server server, ObjectNode metadata) {
        server.metadata().removeAll();
        server.metadata().setAll(metadata);
        server.touch(cloud.site().agenda().now());
        return all(server);
    }

    private Answer put(Request request) {
        Server server = servers.get(request);
        String key = request.at("key");
        ObjectNode item = checked(request, request.json().path("meta"));
        if (!item.has(key)) {
            throw new Refusal(400, "Request body and URI mismatch");
        }
        server.metadata().setAll(item);
        server.touch(cloud.site().agenda().now());
        return one(server, key);
    }

    private Answer remove(Request request) {
        Server server = servers.get(request);
        one(server, request.at("key"));
        server.metadata().remove(request.at("key"));
        server.touch(cloud.site().agenda().now());
        return Answer.empty(204).header("Content-Type", "application/json");
    }

    private ObjectNode checked(Request request, JsonNode metadata) {
        if (!(metadata instanceof ObjectNode object)) {
            throw new Refusal(400, "Malformed request body");
        }
        order(request).checkMetadata(object);
        return object;
    }

    private ServerOrder order(Request request) {
        return new ServerOrder(request.caller(), cloud, keypairs, Microversion.of(request));
    }

    private static Answer all(Server server) {
        return Answer.json(200, Json.wrap("metadata", server.metadata().deepCopy()));
    }

    private static Answer one(Server server, String key) {
        JsonNode value = server.metadata().get(key);
        if (value == null) {
            throw new Refusal(404, "Metadata item was not found");
        }
        return Answer.json(200, Json.wrap("meta", Json.wrap(key, value)));
    }
}
