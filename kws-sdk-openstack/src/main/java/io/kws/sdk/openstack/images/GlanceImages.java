package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.transport.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.transport.Gate;
import io.kws.sdk.openstack.transport.Json;
import io.kws.sdk.openstack.transport.Request;
import io.kws.sdk.spi.Lookup;
import java.util.List;
import java.util.Optional;

/** Images by Glance. */
public final class GlanceImages implements Images {
    private static final Lookup<Image> LOOKUP = new Lookup<>("image", Image::id, Image::name);
    private static final String LARGEST_PAGE = "1000";

    private final Gate gate;

    /**
     * Makes the images of a node.
     *
     * @param gate the node
     */
    public GlanceImages(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<Image> list() {
        return list(Request.get(IMAGE, "images").query("limit", LARGEST_PAGE));
    }

    @Override
    public Optional<Image> find(String nameOrId) {
        Optional<Image> byId = Lookup.mayBeId(nameOrId) ? byId(nameOrId) : Optional.empty();
        return byId.or(() -> gate.located(
                () -> LOOKUP.find(nameOrId, list(Request.get(IMAGE, "images").query("name", nameOrId)))));
    }

    @Override
    public Image get(String nameOrId) {
        return gate.located(() -> find(nameOrId).orElseThrow(() -> LOOKUP.missing(nameOrId, list())));
    }

    private List<Image> list(Request request) {
        return gate.list(request, "images").stream().map(GlanceImages::image).toList();
    }

    private Optional<Image> byId(String id) {
        try {
            return Optional.of(image(gate.send(Request.get(IMAGE, "images", id))));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static Image image(JsonNode json) {
        String name = json.path("name").asText("");
        return new Image(
                Json.text(json, "id"),
                name,
                json.path("status").asText(),
                json.path("disk_format").asText(""),
                json.path("size").asLong(),
                json.path("min_disk").asInt(),
                json.path("min_ram").asInt(),
                json.path("visibility").asText(),
                AdminUser.of(
                        json.path("os_admin_user").asText(""),
                        json.path("os_distro").asText(""),
                        name));
    }
}
