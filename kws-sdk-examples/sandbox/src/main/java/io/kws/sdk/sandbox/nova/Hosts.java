package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;

/** The one host of a node, its zone, and the rest of what administrators look at. */
final class Hosts {
    private static final int VCPUS = 1000;
    private static final int MEMORY_MB = 800_000;
    private static final int DISK_GB = 600_000;

    private final Site site;
    private final ServerStore servers;

    Hosts(Site site, ServerStore servers) {
        this.site = site;
        this.servers = servers;
    }

    void register(Routes routes) {
        routes.on("GET", "/v2.1/os-availability-zone", request -> zones())
                .on("GET", "/v2.1/os-availability-zone/detail", request -> {
                    requireAdmin(request, "os-availability-zone:detail");
                    return zones();
                })
                .on("GET", "/v2.1/os-hypervisors", request -> hypervisors(request, "list", false))
                .on("GET", "/v2.1/os-hypervisors/detail", request -> hypervisors(request, "list-detail", true))
                .on("GET", "/v2.1/os-hypervisors/statistics", this::statistics)
                .on("GET", "/v2.1/os-hypervisors/{host}", this::show)
                .on("GET", "/v2.1/os-services", this::services)
                .on("GET", "/v2.1/os-server-groups", request -> none("server_groups"))
                .on("GET", "/v2.1/os-aggregates", request -> none("aggregates"))
                .on("GET", "/v2.1/extensions", request -> none("extensions"))
                .on("GET", "/v2.1/servers/{id}/os-instance-actions", this::events);
    }

    private static Answer none(String name) {
        return Answer.json(200, Json.wrap(name, Json.array()));
    }

    private static Answer zones() {
        ObjectNode zone = Json.object().put("zoneName", "nova").putNull("hosts");
        zone.putObject("zoneState").put("available", true);
        return Answer.json(200, Json.wrap("availabilityZoneInfo", Json.array().add(zone)));
    }

    private Answer hypervisors(Request request, String policy, boolean detail) {
        requireAdmin(request, "os-hypervisors:" + policy);
        ObjectNode host = detail ? full(request) : brief(request);
        return Answer.json(200, Json.wrap("hypervisors", Json.array().add(host)));
    }

    private Answer show(Request request) {
        requireAdmin(request, "os-hypervisors:show");
        return Answer.json(200, Json.wrap("hypervisor", full(request)));
    }

    private Answer statistics(Request request) {
        requireAdmin(request, "os-hypervisors:statistics");
        ObjectNode numbers = usage().put("count", 1);
        return Answer.json(200, Json.wrap("hypervisor_statistics", numbers));
    }

    private ObjectNode brief(Request request) {
        ObjectNode host = Json.object();
        if (Microversion.of(request).atLeast(53)) {
            host.put("id", "aba26382-60eb-43c8-90c5-b49583cde1a4");
        } else {
            host.put("id", 1);
        }
        return host.put("hypervisor_hostname", site.name()).put("state", "up").put("status", "enabled");
    }

    private ObjectNode full(Request request) {
        ObjectNode host = brief(request)
                .put("hypervisor_type", "fake")
                .put("hypervisor_version", 1000)
                .put("host_ip", "127.0.0.1");
        host.putObject("service").put("id", 1).put("host", site.name()).putNull("disabled_reason");
        if (Microversion.of(request).atLeast(88)) {
            return host.put("uptime", " 08:32:11 up 93 days");
        }
        host.setAll(usage());
        return host.put("disk_available_least", 0).put("cpu_info", "{\"arch\": \"x86_64\"}");
    }

    private ObjectNode usage() {
        List<Flavor> used = servers.newestFirst().stream()
                .filter(Server::isHosted)
                .map(Server::flavor)
                .toList();
        int ram = 512 + used.stream().mapToInt(Flavor::ram).sum();
        int disk = used.stream().mapToInt(Flavor::disk).sum();
        return Json.object()
                .put("vcpus", VCPUS)
                .put("memory_mb", MEMORY_MB)
                .put("local_gb", DISK_GB)
                .put("vcpus_used", used.stream().mapToInt(Flavor::vcpus).sum())
                .put("memory_mb_used", ram)
                .put("local_gb_used", disk)
                .put("free_ram_mb", MEMORY_MB - ram)
                .put("free_disk_gb", DISK_GB - disk)
                .put("current_workload", 0)
                .put("running_vms", used.size());
    }

    private Answer services(Request request) {
        requireAdmin(request, "os-services:list");
        ArrayNode all = Json.array();
        for (String binary : List.of("nova-scheduler", "nova-conductor", "nova-compute")) {
            all.addObject()
                    .put("id", all.size())
                    .put("binary", binary)
                    .put("host", site.name())
                    .put("zone", binary.equals("nova-compute") ? "nova" : "internal")
                    .put("status", "enabled")
                    .put("state", "up")
                    .put("updated_at", site.micros())
                    .putNull("disabled_reason");
        }
        return Answer.json(200, Json.wrap("services", all));
    }

    private Answer events(Request request) {
        Server server = servers.get(request);
        ArrayNode newestFirst = Json.array();
        for (Server.Event event : server.events()) {
            ObjectNode json = Json.object()
                    .put("action", event.action())
                    .put("instance_uuid", server.id())
                    .put("request_id", event.requestId())
                    .put("user_id", server.owner().userId())
                    .put("project_id", server.owner().projectId())
                    .put("start_time", Site.micros(event.time()))
                    .putNull("message");
            newestFirst.insert(0, json);
        }
        return Answer.json(200, Json.wrap("instanceActions", newestFirst));
    }

    private static void requireAdmin(Request request, String policy) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "Policy doesn't allow os_compute_api:" + policy + " to be performed.");
        }
    }
}
