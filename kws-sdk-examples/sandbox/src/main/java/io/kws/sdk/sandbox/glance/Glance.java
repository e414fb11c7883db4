package io.kws.sdk.sandbox.glance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.keystone.Keystone;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;

/** Images v2, begun with the images of the testbed. Thread-safe. */
public final class Glance extends Service {
    private static final List<Integer> MINORS = List.of(15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    private final Images images;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param keystone checks the tokens
     */
    public Glance(Site site, Keystone keystone) {
        super("image", site, keystone.tokens());
        this.images = new Images(site, keystone.user("admin"));
        open().on("GET", "/", request -> Answer.json(300, versions()))
                .on("GET", "/versions", request -> Answer.json(200, versions()));
        routes().on("GET", "/v2/images", this::list)
                .on("POST", "/v2/images", this::create)
                .on(
                        "GET",
                        "/v2/images/{id}",
                        request -> Answer.json(200, get(request).view()))
                .on("PATCH", "/v2/images/{id}", this::update)
                .on("DELETE", "/v2/images/{id}", this::delete)
                .on("PUT", "/v2/images/{id}/tags/{tag}", this::addTag)
                .on("DELETE", "/v2/images/{id}/tags/{tag}", this::removeTag)
                .on("GET", "/v2/images/{id}/members", request -> members())
                .on("GET", "/v2/schemas/image", request -> schema())
                .on("GET", "/v2/info/stores", request -> stores());
        new ImageFiles(site, images).register(routes());
    }

    /** {@return the images; to be used under the node's lock} */
    public Images images() {
        return images;
    }

    private Answer list(Request request) {
        ImageFilter filter = new ImageFilter(request.query(), request.caller());
        List<Image> found = images.all().stream().filter(filter::accepts).toList();
        return Answer.json(200, new ImageList(request.query()).page(found));
    }

    private Answer create(Request request) {
        Image image = images.create(request.caller(), json(request));
        return Answer.json(201, image.view())
                .header("Location", site().url("/image/v2/images/" + image.id()))
                .header("OpenStack-image-import-methods", "glance-direct,web-download")
                .header("OpenStack-image-store-ids", "local");
    }

    private static ObjectNode json(Request request) {
        try {
            return request.json();
        } catch (Refusal refusal) {
            throw new Refusal(400, "Malformed JSON in request body.");
        }
    }

    private Answer update(Request request) {
        if (!request.header("Content-Type").orElse("").startsWith("application/openstack-images-v2")) {
            throw new Refusal(415, "The request media type application/json is not supported by this server.");
        }
        Image image = owned(request);
        ObjectNode changed = new ImagePatch(request.caller(), image).apply(request.tree());
        changed.put("updated_at", site().second());
        image.fields().removeAll();
        image.fields().setAll(changed);
        return Answer.json(200, image.view());
    }

    private Answer delete(Request request) {
        String id = request.at("id");
        Image image = images.find(request.caller(), id)
                .orElseThrow(() -> new Refusal(404, "Failed to find image " + id + " to delete"));
        requireOwner(request.caller(), image);
        if (image.is("protected")) {
            throw new Refusal(403, "Image " + id + " is protected and cannot be deleted.");
        }
        images.remove(image);
        return Answer.empty(204).header("Content-Type", "text/html; charset=UTF-8");
    }

    private Answer addTag(Request request) {
        ArrayNode tags = owned(request).fields().withArray("tags");
        remove(tags, request.at("tag"));
        tags.add(request.at("tag"));
        return Answer.empty(204);
    }

    private Answer removeTag(Request request) {
        if (!remove(owned(request).fields().withArray("tags"), request.at("tag"))) {
            throw notFound();
        }
        return Answer.empty(204);
    }

    private static boolean remove(ArrayNode tags, String tag) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).asText().equals(tag)) {
                tags.remove(i);
                return true;
            }
        }
        return false;
    }

    private Image get(Request request) {
        return images.find(request.caller(), request.at("id"))
                .orElseThrow(() -> new Refusal(404, "No image found with ID " + request.at("id")));
    }

    private Image owned(Request request) {
        Image image = get(request);
        requireOwner(request.caller(), image);
        return image;
    }

    private static void requireOwner(Caller caller, Image image) {
        if (!caller.owns(image.text("owner"))) {
            throw new Refusal(403, "You do not own this image");
        }
    }

    private static Answer members() {
        ObjectNode body = Json.wrap("members", Json.array());
        return Answer.json(200, body.put("schema", "/v2/schemas/members"));
    }

    private static Answer stores() {
        ObjectNode store = Json.object().put("id", "local").put("default", "true");
        return Answer.json(200, Json.wrap("stores", Json.array().add(store)));
    }

    private static Answer schema() {
        ObjectNode properties = Json.object();
        for (String name : List.of("id", "name", "status", "visibility", "disk_format", "container_format", "owner")) {
            properties.putObject(name).putArray("type").add("null").add("string");
        }
        for (String name : List.of("size", "min_disk", "min_ram", "virtual_size")) {
            properties.putObject(name).putArray("type").add("null").add("integer");
        }
        for (String name : List.of("protected", "os_hidden")) {
            properties.putObject(name).put("type", "boolean");
        }
        for (String name : List.of("checksum", "created_at", "updated_at", "self", "file", "schema")) {
            properties.putObject(name).put("type", "string").put("readOnly", true);
        }
        properties.putObject("tags").put("type", "array");
        ObjectNode body = Json.object().put("name", "image");
        body.set("properties", properties);
        body.putObject("additionalProperties").put("type", "string");
        return Answer.json(200, body);
    }

    private ObjectNode versions() {
        ArrayNode versions = Json.array();
        for (int minor : MINORS) {
            versions.addObject()
                    .put("id", "v2." + minor)
                    .put("status", minor == 15 ? "CURRENT" : "SUPPORTED")
                    .putArray("links")
                    .addObject()
                    .put("rel", "self")
                    .put("href", site().url("/image/v2/"));
        }
        return Json.wrap("versions", versions);
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        return answer.header("X-Openstack-Request-Id", request.id());
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        String message = refusal.status() == 401
                ? "This server could not verify that you are authorized to access the document you requested. Either"
                        + " you supplied the wrong credentials (e.g., bad password), or your browser does not understand"
                        + " how to supply the credentials required."
                : refusal.message();
        Answer page = Html.page(refusal.status(), message);
        return refusal.status() == 401 ? challenge(page) : page;
    }
}
