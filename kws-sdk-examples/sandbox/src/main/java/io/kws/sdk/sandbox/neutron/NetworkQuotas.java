package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Map;

/** How many resources of each kind a project may have, and has. */
final class NetworkQuotas {
    private static final List<String> NAMES = List.of(
            "network",
            "subnet",
            "subnetpool",
            "port",
            "router",
            "floatingip",
            "rbac_policy",
            "security_group",
            "security_group_rule");

    private final Site site;
    private final Topology topology;

    NetworkQuotas(Site site, Topology topology) {
        this.site = site;
        this.topology = topology;
    }

    void register(Routes routes) {
        routes.on("GET", "/v2.0/quotas/{project}", this::show)
                .on("GET", "/v2.0/quotas/{project}/default", this::show)
                .on("GET", "/v2.0/quotas/{project}/details.json", this::details)
                .on("GET", "/v2.0/quotas/{project}/details", this::details)
                .on("PUT", "/v2.0/quotas/{project}", this::update);
    }

    private Answer show(Request request) {
        ObjectNode quota = Json.object();
        NAMES.forEach(name -> quota.put(name, site.limits().of(request.at("project"), name)));
        return Answer.json(200, Json.wrap("quota", quota));
    }

    private Answer details(Request request) {
        String project = request.at("project");
        ObjectNode quota = Json.object();
        for (String name : NAMES) {
            quota.putObject(name)
                    .put("limit", site.limits().of(project, name))
                    .put("used", used(project, name))
                    .put("reserved", 0);
        }
        return Answer.json(200, Json.wrap("quota", quota));
    }

    private long used(String project, String name) {
        return topology.all()
                .filter(resources -> resources.kind().one().equals(name))
                .mapToLong(resources -> resources.used(project))
                .sum();
    }

    private Answer update(Request request) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "AdminRequired", "User does not have admin privileges: Non-admin is not allowed.");
        }
        for (Map.Entry<String, JsonNode> limit : request.json().path("quota").properties()) {
            site.limits()
                    .set(request.at("project"), limit.getKey(), limit.getValue().asInt());
        }
        return show(request);
    }
}
