package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Limits;
import java.util.Map;
import java.util.TreeMap;

/** Limits and quotas of the compute service. */
final class ComputeQuotas {
    private static final Map<String, Integer> FIXED = new TreeMap<>(Map.of(
            "fixed_ips", -1,
            "floating_ips", -1,
            "injected_file_content_bytes", 10240,
            "injected_file_path_bytes", 255,
            "injected_files", 5,
            "security_group_rules", -1,
            "security_groups", -1));

    private final Limits limits;
    private final ServerQuota quota;
    private final Keypairs keypairs;

    ComputeQuotas(Limits limits, ServerQuota quota, Keypairs keypairs) {
        this.limits = limits;
        this.quota = quota;
        this.keypairs = keypairs;
    }

    void register(Routes routes) {
        routes.on("GET", "/v2.1/limits", this::limits)
                .on("GET", "/v2.1/os-quota-sets/{project}", request -> show(request, false))
                .on("GET", "/v2.1/os-quota-sets/{project}/defaults", request -> show(request, false))
                .on("GET", "/v2.1/os-quota-sets/{project}/detail", request -> show(request, true))
                .on("PUT", "/v2.1/os-quota-sets/{project}", this::update);
    }

    private Answer limits(Request request) {
        String project = request.caller().isAdmin()
                ? request.query().last("tenant_id").orElse(request.caller().projectId())
                : request.caller().projectId();
        ObjectNode absolute = Json.object()
                .put("maxTotalInstances", limits.of(project, "instances"))
                .put("maxTotalCores", limits.of(project, "cores"))
                .put("maxTotalRAMSize", limits.of(project, "ram"))
                .put("maxServerMeta", limits.of(project, "metadata_items"))
                .put("maxTotalKeypairs", limits.of(project, "key_pairs"))
                .put("maxServerGroups", 10)
                .put("maxServerGroupMembers", 10);
        if (!Microversion.of(request).atLeast(39)) {
            absolute.put("maxImageMeta", limits.of(project, "metadata_items"));
        }
        if (!Microversion.of(request).atLeast(57)) {
            absolute.put("maxPersonality", 5).put("maxPersonalitySize", 10240);
        }
        if (!Microversion.of(request).atLeast(36)) {
            absolute.put("maxTotalFloatingIps", -1)
                    .put("maxSecurityGroups", -1)
                    .put("maxSecurityGroupRules", -1)
                    .put("totalFloatingIpsUsed", 0)
                    .put("totalSecurityGroupsUsed", 0);
        }
        absolute.put("totalRAMUsed", quota.ram(project))
                .put("totalCoresUsed", quota.cores(project))
                .put("totalInstancesUsed", quota.instances(project))
                .put("totalServerGroupsUsed", 0);
        ObjectNode body = Json.object();
        body.putArray("rate");
        body.set("absolute", absolute);
        return Answer.json(200, Json.wrap("limits", body));
    }

    private Answer show(Request request, boolean detail) {
        String project = request.at("project");
        ObjectNode set = Json.object().put("id", project);
        Map<String, Integer> used = new TreeMap<>(Map.of(
                "cores", quota.cores(project),
                "instances", quota.instances(project),
                "ram", quota.ram(project),
                "key_pairs", keypairs.used(request.caller().userId()),
                "metadata_items", 0,
                "server_groups", 0,
                "server_group_members", 0));
        used.forEach((name, count) -> put(set, name, limits.of(project, name), detail ? count : -1));
        if (!Microversion.of(request).atLeast(57)) {
            FIXED.forEach((name, limit) -> put(set, name, limit, detail ? 0 : -1));
        }
        return Answer.json(200, Json.wrap("quota_set", set));
    }

    private static void put(ObjectNode set, String name, int limit, int used) {
        if (used < 0) {
            set.put(name, limit);
        } else {
            set.putObject(name).put("limit", limit).put("in_use", used).put("reserved", 0);
        }
    }

    private Answer update(Request request) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "Policy doesn't allow os_compute_api:os-quota-sets:update to be performed.");
        }
        request.json().path("quota_set").properties().stream()
                .filter(limit -> !limit.getKey().equals("force"))
                .forEach(limit -> limits.set(
                        request.at("project"), limit.getKey(), limit.getValue().asInt()));
        return show(request, false);
    }
}
