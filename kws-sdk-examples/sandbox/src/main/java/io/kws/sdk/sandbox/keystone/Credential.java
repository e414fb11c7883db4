package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.List;

/** An application credential. */
record Credential(String id, Account account, String secret, JsonNode spec, List<Account.Role> roles) {
    String name() {
        return spec.path("name").asText();
    }

    ObjectNode json(String root) {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name())
                .put("user_id", account.userId())
                .put("project_id", account.projectId())
                .putNull("system");
        for (String field : List.of("description", "expires_at", "unrestricted")) {
            JsonNode value = spec.get(field);
            json.set(field, value == null ? json.nullNode() : value.deepCopy());
        }
        json.set("roles", Json.list(roles.stream().map(Account.Role::full).toList()));
        json.set("links", Json.object().put("self", root + "/application_credentials/" + id));
        return json;
    }
}
