package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.ResourceLookup;
import java.util.List;
import java.util.Optional;

/** Reads the images of a node. */
final class ImageReader {
    private static final Lookup<Image> LOOKUP = new Lookup<>("image", Image::id, Image::name);
    private static final String LARGEST_PAGE = "1000";

    private final OpenStackClient client;
    private final ResourceLookup<Image> lookup;

    ImageReader(OpenStackClient client) {
        this.client = client;
        this.lookup = new ResourceLookup<>(
                client, LOOKUP, nameOrId -> LOOKUP.find(nameOrId, this::byId, this::named), this::list);
    }

    List<Image> list() {
        return list(Request.get(IMAGE, "images").query("limit", LARGEST_PAGE));
    }

    Optional<Image> find(String nameOrId) {
        return lookup.find(nameOrId);
    }

    Image get(String nameOrId) {
        return lookup.get(nameOrId);
    }

    /** Returns an image as Glance writes it. */
    JsonNode json(String id) {
        return client.send(Request.get(IMAGE, "images", id));
    }

    private Optional<Image> byId(String id) {
        return client.find(Request.get(IMAGE, "images", id)).map(ImageJson::image);
    }

    private List<Image> named(String name) {
        return list(Request.get(IMAGE, "images").query("name", name));
    }

    private List<Image> list(Request request) {
        return client.list(request, "images").stream().map(ImageJson::image).toList();
    }
}
