package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.List;
import java.util.Map;

/**
 * The resources of one kind in Neutron (Networking API v2.0).
 *
 * @param client the node
 * @param path their path, such as {@code security-groups}
 * @param field one resource's field in request and answer bodies, such as {@code security_group}
 */
record NeutronCollection(OpenStackClient client, String path, String field) {
    JsonNode create(Map<String, ?> attributes) {
        JsonNode body = Json.of(Map.of(field, attributes));
        return client.send(Request.of("POST", NETWORK, path).body(body)).path(field);
    }

    List<JsonNode> list() {
        return list(Request.get(NETWORK, path));
    }

    List<JsonNode> named(String name) {
        return list(Request.get(NETWORK, path).query("name", name));
    }

    /** Administrators see the resources of all projects; this lists those of the client's own project. */
    List<JsonNode> ofProject() {
        return list().stream()
                .filter(resource -> projectId(resource).equals(client.projectId()))
                .toList();
    }

    private static String projectId(JsonNode resource) {
        return resource.path("project_id").asText(resource.path("tenant_id").asText(""));
    }

    private List<JsonNode> list(Request request) {
        return client.list(request, field + "s");
    }

    void delete(String id) {
        client.delete(NETWORK, path, id);
    }
}
