package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.util.List;

/** The extensions clients ask for. */
final class Extensions {
    private static final List<String> ALIASES = List.of(
            "agent",
            "availability_zone",
            "default-subnetpools",
            "external-net",
            "ext-gw-mode",
            "extraroute",
            "filter-validation",
            "network_availability_zone",
            "pagination",
            "port-security",
            "project-id",
            "provider",
            "quotas",
            "quota_details",
            "revision-if-match",
            "router",
            "router_availability_zone",
            "security-group",
            "security-groups-shared-filtering",
            "sorting",
            "standard-attr-description",
            "standard-attr-revisions",
            "standard-attr-tag",
            "standard-attr-timestamp",
            "stateful-security-group",
            "subnet_allocation");

    private Extensions() {}

    static Answer list() {
        List<ObjectNode> all = ALIASES.stream().map(Extensions::json).toList();
        return Answer.json(200, Json.wrap("extensions", Json.list(all)));
    }

    static Answer show(Request request) {
        String alias = request.at("alias");
        if (!ALIASES.contains(alias)) {
            throw new Refusal(404, "HTTPNotFound", "Extension with alias " + alias + " does not exist");
        }
        return Answer.json(200, Json.wrap("extension", json(alias)));
    }

    private static ObjectNode json(String alias) {
        ObjectNode extension = Json.object()
                .put("name", alias)
                .put("alias", alias)
                .put("description", alias)
                .put("updated", "2020-01-01T00:00:00-00:00");
        extension.putArray("links");
        return extension;
    }
}
