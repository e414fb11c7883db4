package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.neutron.ServerPorts;
import io.kws.sdk.sandbox.site.Site;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes servers as the microversion of a request wants them. */
final class ServerView {
    private static final Set<String> IN_PROGRESS =
            Set.of("ACTIVE", "BUILD", "DELETED", "REBUILD", "RESIZE", "VERIFY_RESIZE", "REVERT_RESIZE", "MIGRATING");
    private static final Set<String> FAILED = Set.of("ERROR", "DELETED");

    private final Site site;
    private final ServerPorts ports;
    private final Links links;

    ServerView(Site site, ServerPorts ports) {
        this.site = site;
        this.ports = ports;
        this.links = new Links(site);
    }

    ObjectNode brief(Server server) {
        ObjectNode json = Json.object().put("id", server.id()).put("name", server.name());
        return json.set("links", links.of("/servers/" + server.id()));
    }

    ObjectNode full(Server server, Request request) {
        Microversion version = Microversion.of(request);
        ObjectNode json = basics(server, version);
        json.set("addresses", ports.addresses(server.id()));
        extended(json, server, version);
        if (request.caller().isAdmin()) {
            administrative(json, server);
        }
        newer(json, server, version);
        return json;
    }

    /** What all editions have had from the beginning. */
    ObjectNode basics(Server server, Microversion version) {
        ObjectNode json = Json.object()
                .put("id", server.id())
                .put("name", server.name())
                .put("status", server.status())
                .put("tenant_id", server.owner().projectId())
                .put("user_id", server.owner().userId());
        json.set("metadata", server.metadata().deepCopy());
        json.put("hostId", hostId(server));
        json.set("image", image(server));
        json.set("flavor", flavor(server, version));
        json.put("created", Site.second(server.created())).put("updated", Site.second(server.updated()));
        json.set("addresses", plain(ports.addresses(server.id())));
        json.put("accessIPv4", server.spec().path("accessIPv4").asText(""))
                .put("accessIPv6", server.spec().path("accessIPv6").asText(""));
        json.set("links", links.of("/servers/" + server.id()));
        json.put("OS-DCF:diskConfig", server.spec().path("OS-DCF:diskConfig").asText("MANUAL"));
        if (IN_PROGRESS.contains(server.status())) {
            json.put("progress", 0);
        }
        server.failure()
                .filter(any -> FAILED.contains(server.status()))
                .ifPresent(failure -> json.putObject("fault")
                        .put("code", failure.code())
                        .put("created", Site.second(failure.time()))
                        .put("message", failure.message()));
        return json;
    }

    /** Leaves out what only whole servers show of their addresses. */
    static ObjectNode plain(ObjectNode addresses) {
        addresses.forEach(list -> list.forEach(
                address -> ((ObjectNode) address).remove(List.of("OS-EXT-IPS:type", "OS-EXT-IPS-MAC:mac_addr"))));
        return addresses;
    }

    private String hostId(Server server) {
        String project = server.owner().projectId();
        return server.isHosted() ? project + project.substring(0, 24) : "";
    }

    private JsonNode image(Server server) {
        if (server.imageId().isEmpty()) {
            return Json.object().textNode("");
        }
        ObjectNode image = Json.object().put("id", server.imageId());
        return image.set("links", links.bookmark("/images/" + server.imageId()));
    }

    private JsonNode flavor(Server server, Microversion version) {
        if (version.atLeast(47)) {
            return server.flavor().embedded();
        }
        ObjectNode flavor = Json.object().put("id", server.flavor().id());
        return flavor.set("links", links.bookmark("/flavors/" + server.flavor().id()));
    }

    private void extended(ObjectNode json, Server server, Microversion version) {
        json.put("OS-EXT-AZ:availability_zone", server.isHosted() ? "nova" : "")
                .put("config_drive", server.spec().path("config_drive").asBoolean() ? "True" : "")
                .put("key_name", server.spec().path("key_name").asText(null))
                .put(
                        "OS-SRV-USG:launched_at",
                        server.launched().map(ServerView::wholeSecond).orElse(null))
                .putNull("OS-SRV-USG:terminated_at");
        List<JsonNode> groups = ports.groupsOf(server.id());
        if (!groups.isEmpty()) {
            ArrayNode names = json.putArray("security_groups");
            groups.forEach(
                    group -> names.addObject().put("name", group.path("name").asText()));
        }
        json.put("OS-EXT-STS:task_state", server.task())
                .put("OS-EXT-STS:vm_state", server.state().toString())
                .put("OS-EXT-STS:power_state", server.state().power());
        ArrayNode volumes = json.putArray("os-extended-volumes:volumes_attached");
        for (Server.Attachment attachment : server.volumes().values()) {
            ObjectNode volume = volumes.addObject().put("id", attachment.volumeId());
            if (version.atLeast(3)) {
                volume.put("delete_on_termination", attachment.deletedWithServer());
            }
        }
    }

    private static String wholeSecond(Instant time) {
        return Site.micros(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private void administrative(ObjectNode json, Server server) {
        String host = server.isHosted() ? site.name() : null;
        json.put("OS-EXT-SRV-ATTR:host", host)
                .put("OS-EXT-SRV-ATTR:instance_name", "instance-" + server.id().substring(0, 8))
                .put("OS-EXT-SRV-ATTR:hypervisor_hostname", host);
    }

    private static void newer(ObjectNode json, Server server, Microversion version) {
        if (version.atLeast(9)) {
            json.put("locked", server.isLocked());
        }
        if (version.atLeast(73)) {
            json.putNull("locked_reason");
        }
        if (version.atLeast(19)) {
            json.put("description", server.spec().path("description").asText(null));
        }
        if (version.atLeast(26)) {
            json.set("tags", Json.texts(server.tags()));
        }
        if (version.atLeast(63)) {
            json.putNull("trusted_image_certificates");
        }
        if (version.atLeast(71)) {
            json.putArray("server_groups");
        }
        if (version.atLeast(90)) {
            json.put("OS-EXT-SRV-ATTR:hostname", hostname(server));
        }
    }

    private static String hostname(Server server) {
        String plain = server.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
        return server.spec().path("hostname").asText(plain);
    }
}
