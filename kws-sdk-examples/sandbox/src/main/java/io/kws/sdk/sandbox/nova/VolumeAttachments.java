package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Volumes attached to servers and detached from them. */
final class VolumeAttachments {
    private static final String PATH = "/v2.1/servers/{id}/os-volume_attachments";

    private final Cloud cloud;
    private final Site site;
    private final ServerStore servers;

    VolumeAttachments(Cloud cloud, ServerStore servers) {
        this.cloud = cloud;
        this.site = cloud.site();
        this.servers = servers;
    }

    void register(Routes routes) {
        routes.on("GET", PATH, this::list)
                .on("POST", PATH, this::attach)
                .on("GET", PATH + "/{volume}", this::show)
                .on("DELETE", PATH + "/{volume}", this::detach);
    }

    private Answer list(Request request) {
        Server server = servers.get(request);
        List<ObjectNode> all = server.volumes().values().stream()
                .map(attachment -> json(server, attachment, request))
                .toList();
        return Answer.json(200, Json.wrap("volumeAttachments", Json.list(all)));
    }

    private Answer show(Request request) {
        Server server = servers.get(request);
        return Answer.json(200, Json.wrap("volumeAttachment", json(server, get(server, request), request)));
    }

    private Answer attach(Request request) {
        Server server = servers.get(request);
        JsonNode wanted = request.json().path("volumeAttachment");
        String id = wanted.path("volumeId").asText();
        JsonNode volume = cloud.volumes()
                .volume(request.caller(), id)
                .orElseThrow(() -> new Refusal(404, "Volume " + id + " could not be found."));
        Readiness.require(
                server,
                request,
                "attach_volume",
                Set.of(VmState.ACTIVE, VmState.STOPPED, VmState.PAUSED, VmState.SUSPENDED, VmState.RESIZED));
        if (!volume.path("status").asText().equals("available")) {
            throw new Refusal(
                    400,
                    "Invalid input received: Invalid volume: Volume " + id
                            + " status must be available or downloading to reserve, but the current status is "
                            + volume.path("status").asText() + ".");
        }
        Server.Attachment attachment = new Server.Attachment(
                id, freeDevice(server), wanted.path("delete_on_termination").asBoolean());
        server.volumes().put(id, attachment);
        cloud.volumes().mark(id, "attaching");
        site.agenda().in(site.settleTime(), () -> complete(server, attachment));
        ObjectNode body = json(server, attachment, request);
        return Answer.json(200, Json.wrap("volumeAttachment", body));
    }

    private void complete(Server server, Server.Attachment attachment) {
        if (servers.contains(server) && server.volumes().containsKey(attachment.volumeId())) {
            cloud.volumes().attach(attachment.volumeId(), server.id(), attachment.device());
        }
    }

    private static String freeDevice(Server server) {
        List<String> taken = server.volumes().values().stream()
                .map(Server.Attachment::device)
                .toList();
        char letter = server.imageId().isEmpty() ? 'a' : 'b';
        while (taken.contains("/dev/vd" + letter)) {
            letter++;
        }
        return "/dev/vd" + letter;
    }

    private Answer detach(Request request) {
        Server server = servers.get(request);
        Server.Attachment attachment = get(server, request);
        Readiness.require(
                server,
                request,
                "detach_volume",
                Set.of(VmState.ACTIVE, VmState.STOPPED, VmState.PAUSED, VmState.SUSPENDED, VmState.RESIZED));
        if (server.imageId().isEmpty() && attachment.device().equals("/dev/vda")) {
            throw new Refusal(403, "Cannot detach a root device volume");
        }
        cloud.volumes().mark(attachment.volumeId(), "detaching");
        site.agenda().in(site.settleTime(), () -> {
            if (server.volumes().remove(attachment.volumeId()) != null) {
                cloud.volumes().detach(attachment.volumeId());
            }
        });
        return Action.accepted();
    }

    private static Server.Attachment get(Server server, Request request) {
        String id = request.at("volume");
        return Optional.ofNullable(server.volumes().get(id))
                .orElseThrow(() -> new Refusal(404, "Instance " + server.id() + " is not attached to volume " + id));
    }

    private static ObjectNode json(Server server, Server.Attachment attachment, Request request) {
        Microversion version = Microversion.of(request);
        ObjectNode json = Json.object()
                .put("serverId", server.id())
                .put("volumeId", attachment.volumeId())
                .put("device", attachment.device());
        if (!version.atLeast(89)) {
            json.put("id", attachment.volumeId());
        }
        if (version.atLeast(70)) {
            json.putNull("tag");
        }
        if (version.atLeast(79)) {
            json.put("delete_on_termination", attachment.deletedWithServer());
        }
        if (version.atLeast(89)) {
            json.put("attachment_id", attachment.volumeId()).put("bdm_uuid", attachment.volumeId());
        }
        return json;
    }
}
