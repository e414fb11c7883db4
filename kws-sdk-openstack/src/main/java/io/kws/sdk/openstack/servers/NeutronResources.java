package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is the same for all that Neutron makes for a server (Networking API v2.0). */
final class NeutronResources {
    private final OpenStackClient client;
    private final String collection;
    private final String field;

    /**
     * Makes access to one kind of thing.
     *
     * @param collection its path, such as {@code security-groups}
     * @param field its name in bodies, such as {@code security_group}
     */
    NeutronResources(OpenStackClient client, String collection, String field) {
        this.client = client;
        this.collection = collection;
        this.field = field;
    }

    JsonNode create(Map<String, ?> attributes) {
        JsonNode body = Json.of(Map.of(field, attributes));
        return client.send(Request.of("POST", NETWORK, collection).body(body)).path(field);
    }

    List<JsonNode> named(String name) {
        return client.list(Request.get(NETWORK, collection).query("name", name), field + "s");
    }

    Optional<JsonNode> find(Predicate<JsonNode> wanted) {
        return client.list(Request.get(NETWORK, collection), field + "s").stream()
                .filter(wanted)
                .findFirst();
    }

    void delete(JsonNode made) {
        client.delete(NETWORK, collection, made.path("id").asText());
    }
}
