package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;

/** A container as the user sees it. */
final class ContainerView {
    private static final List<String> AS_ASKED = List.of(
            "name",
            "image",
            "command",
            "cpu",
            "memory",
            "environment",
            "workdir",
            "hostname",
            "labels",
            "restart_policy",
            "interactive",
            "tty",
            "image_driver",
            "security_groups",
            "auto_remove",
            "disk",
            "auto_heal",
            "healthcheck",
            "cpu_policy",
            "entrypoint");

    private final Site site;

    ContainerView(Site site) {
        this.site = site;
    }

    ObjectNode of(Container container, Caller caller) {
        ObjectNode view = Json.object().put("uuid", container.id());
        view.set("links", links("containers/" + container.id()));
        for (String name : AS_ASKED) {
            JsonNode value = container.spec().get(name);
            if (value == null) {
                view.putNull(name);
            } else {
                view.set(name, value.deepCopy());
            }
        }
        view.put("user_id", container.owner().userId())
                .put("project_id", container.owner().projectId())
                .put("status", container.status().toString())
                .put("status_reason", container.reason())
                .put("status_detail", container.detail(site.agenda().now()).orElse(null))
                .put("task_state", container.task())
                .putNull("registry_id")
                .put("created_at", container.created().toString());
        view.set("addresses", container.addresses().deepCopy());
        view.set("ports", ports(container));
        if (caller.isAdmin()) {
            view.put("host", container.isHosted() ? site.name() : null)
                    .put("runtime", "runc")
                    .put("privileged", false)
                    .putNull("image_pull_policy");
        }
        return view;
    }

    private static ArrayNode ports(Container container) {
        ArrayNode ports = Json.array();
        if (container.isMade()) {
            container
                    .spec()
                    .path("exposed_ports")
                    .fieldNames()
                    .forEachRemaining(port -> ports.add(Integer.parseInt(port.substring(0, port.indexOf('/')))));
        }
        return ports;
    }

    ArrayNode links(String path) {
        ArrayNode links = Json.array();
        links.addObject().put("href", site.url("/v1/" + path)).put("rel", "self");
        links.addObject().put("href", site.url("/" + path)).put("rel", "bookmark");
        return links;
    }
}
