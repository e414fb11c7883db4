package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Ids;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server built anew from an image, and an image made from a server. */
final class ImageActions {
    private static final Set<VmState> SOLID =
            Set.of(VmState.ACTIVE, VmState.STOPPED, VmState.PAUSED, VmState.SUSPENDED);

    private final Cloud cloud;
    private final Site site;
    private final Keypairs keypairs;
    private final ServerView view;

    ImageActions(Cloud cloud, Keypairs keypairs) {
        this.cloud = cloud;
        this.site = cloud.site();
        this.keypairs = keypairs;
        this.view = new ServerView(site, cloud.ports());
    }

    void register(Map<String, Action> actions) {
        actions.put("rebuild", this::rebuild);
        actions.put("createImage", this::createImage);
    }

    private Answer rebuild(Server server, JsonNode argument, Request request) {
        Readiness.require(server, request, "rebuild", Set.of(VmState.ACTIVE, VmState.STOPPED, VmState.ERROR));
        String image = argument.path("imageRef").asText();
        Microversion version = Microversion.of(request);
        ServerOrder order = new ServerOrder(request.caller(), cloud, keypairs, version);
        order.checkImage(image, server.flavor());
        order.checkMetadata(argument.path("metadata"));
        VmState after = server.state() == VmState.STOPPED ? VmState.STOPPED : VmState.ACTIVE;
        if (argument.hasNonNull("name")) {
            server.spec().set("name", argument.path("name"));
        }
        if (argument.path("metadata") instanceof ObjectNode metadata) {
            server.metadata().removeAll();
            server.metadata().setAll(metadata);
        }
        server.imageId(image);
        server.recover();
        server.begin("rebuilding", site.agenda().now());
        site.agenda().in(site.bootTime(), () -> {
            if ("rebuilding".equals(server.task())) {
                server.become(after, site.agenda().now());
            }
        });
        ObjectNode body = view.basics(server, version);
        body.put("adminPass", argument.path("adminPass").asText(Ids.secret(9)));
        return Answer.json(202, Json.wrap("server", body))
                .header("Location", site.url("/compute/v2.1/servers/" + server.id()));
    }

    private Answer createImage(Server server, JsonNode argument, Request request) {
        if (!argument.hasNonNull("name")) {
            throw new Refusal(
                    400,
                    "Invalid input for field/attribute createImage. Value: " + Python.repr(argument)
                            + ". 'name' is a required property");
        }
        Readiness.require(server, request, "createImage", SOLID);
        String id = cloud.images().beginSnapshot(request.caller(), snapshot(server, argument));
        server.begin("image_snapshot", site.agenda().now());
        site.agenda().in(site.bootTime(), () -> {
            cloud.images().completeSnapshot(id);
            if ("image_snapshot".equals(server.task())) {
                server.become(server.state(), site.agenda().now());
            }
        });
        return Microversion.of(request).atLeast(45)
                ? Answer.json(202, Json.object().put("image_id", id))
                : Answer.empty(202)
                        .header("Content-Type", "text/html; charset=UTF-8")
                        .header("Location", site.url("/image/images/" + id));
    }

    private ObjectNode snapshot(Server server, JsonNode argument) {
        ObjectNode image = Json.object();
        cloud.images()
                .fields(server.owner(), server.imageId())
                .ifPresent(base -> Set.of("os_distro", "os_version").forEach(name -> {
                    if (base.has(name)) {
                        image.set(name, base.path(name));
                    }
                }));
        image.put("name", argument.path("name").asText())
                .put("disk_format", "qcow2")
                .put("container_format", "bare")
                .put("visibility", "private")
                .put("image_type", "snapshot")
                .put("base_image_ref", server.imageId())
                .put("instance_uuid", server.id())
                .put("user_id", server.owner().userId())
                .put("owner_user_name", server.owner().userName())
                .put("owner_project_name", server.owner().projectName())
                .put("min_disk", server.flavor().disk());
        bootVolume(server).ifPresent(volume -> addVolume(image, server, volume));
        argument.path("metadata").properties().forEach(item -> image.set(item.getKey(), item.getValue()));
        return image;
    }

    private static Optional<String> bootVolume(Server server) {
        return server.imageId().isEmpty() ? server.volumes().keySet().stream().findFirst() : Optional.empty();
    }

    /** The image itself has no data then. */
    private void addVolume(ObjectNode image, Server server, String volume) {
        JsonNode snapshot = cloud.volumes()
                .snapshot(server.owner(), volume, image.path("name").asText());
        ObjectNode disk = Json.object()
                .put("source_type", "snapshot")
                .put("destination_type", "volume")
                .put("snapshot_id", snapshot.path("id").asText())
                .put("volume_size", snapshot.path("size").asInt())
                .put("boot_index", 0)
                .put("delete_on_termination", false);
        image.put("bdm_v2", "True")
                .put("root_device_name", "/dev/vda")
                .put("block_device_mapping", Json.list(List.of(disk)).toString());
    }
}
