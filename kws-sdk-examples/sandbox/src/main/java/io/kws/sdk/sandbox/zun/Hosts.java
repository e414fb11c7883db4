package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;

/** The one host of a node, its zone, and the quotas. */
final class Hosts {
    private final Site site;
    private final ContainerStore containers;
    private final ContainerView view;
    private final ContainerQuota quota;
    private final String id;

    Hosts(Site site, ContainerStore containers) {
        this.site = site;
        this.containers = containers;
        this.view = new ContainerView(site);
        this.quota = new ContainerQuota(site.limits(), containers);
        this.id = site.ids().uuid();
    }

    void register(Routes routes) {
        routes.on("GET", "/v1/services", this::services)
                .on("GET", "/v1/hosts", this::hosts)
                .on("GET", "/v1/availability_zones", request -> zones())
                .on("GET", "/v1/quotas/{project}", this::quotas)
                .on("GET", "/v1/quotas/{project}/defaults", this::quotas);
    }

    private Answer services(Request request) {
        requireAdmin(request, "zun-service:get_all");
        ObjectNode service = Json.object()
                .put("id", 1)
                .put("binary", "zun-compute")
                .put("host", site.name())
                .put("availability_zone", "nova")
                .put("state", "up")
                .put("disabled", false)
                .putNull("disabled_reason")
                .put("forced_down", false)
                .put("report_count", 1)
                .put("last_seen_up", site.micros())
                .put("created_at", site.micros())
                .put("updated_at", site.micros());
        return page("services", service);
    }

    private Answer hosts(Request request) {
        requireAdmin(request, "host:get_all");
        ObjectNode host = Json.object()
                .put("uuid", id)
                .put("hostname", site.name())
                .put("mem_total", 800_000)
                .put("cpus", 1000)
                .put("disk_total", 600_000)
                .put("total_containers", containers.all().size())
                .put("architecture", "x86_64")
                .put("os_type", "linux")
                .put("os", "Debian GNU/Linux 12 (bookworm)")
                .put("kernel_version", "6.1.0");
        host.set("links", view.links("hosts/" + id));
        return page("hosts", host);
    }

    private static Answer zones() {
        return page("availability_zones", Json.object().put("availability_zone", "nova"));
    }

    private static Answer page(String name, ObjectNode only) {
        ObjectNode body = Json.object().putNull("next");
        body.putArray(name).add(only);
        return Answer.json(200, body);
    }

    private Answer quotas(Request request) {
        String project = request.at("project");
        if (!request.caller().owns(project)) {
            throw new Refusal(403, "policy-not-authorized", "Policy doesn't allow quota:get to be performed.");
        }
        boolean usages = Containers.flag(request.query(), "usages");
        ObjectNode body = Json.object();
        for (String name : ContainerQuota.NAMES) {
            int limit = site.limits().of(project, name);
            if (usages) {
                body.putObject(name).put("limit", limit).put("in_use", quota.used(project, name));
            } else {
                body.put(name, limit);
            }
        }
        return Answer.json(200, body);
    }

    private static void requireAdmin(Request request, String policy) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "policy-not-authorized", "Policy doesn't allow " + policy + " to be performed.");
        }
    }
}
