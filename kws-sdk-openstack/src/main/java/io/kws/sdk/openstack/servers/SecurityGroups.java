package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;

/** Looks up the security groups that a renter names. */
final class SecurityGroups {
    private static final Lookup<JsonNode> LOOKUP = new Lookup<>(
            "security group",
            group -> group.path("id").asText(),
            group -> group.path("name").asText());

    private SecurityGroups() {}

    static List<String> ids(ServerNode node, ServerSpec spec) {
        if (spec.securityGroups().isEmpty()) {
            return List.of();
        }
        Request ofProject = Request.get(NETWORK, "security-groups")
                .query("project_id", node.client().projectId());
        List<JsonNode> all = node.client().list(ofProject, "security_groups");
        return spec.securityGroups().stream()
                .map(nameOrId -> LOOKUP.get(nameOrId, all).path("id").asText())
                .toList();
    }
}
