package io.kws.sdk.sandbox.glance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All images of a node. The node's lock guards it. */
public final class Images {
    private static final Set<String> DISK_FORMATS =
            Set.of("ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop");

    private final Map<String, Image> byId = new LinkedHashMap<>();
    private final Set<String> builtIn = new HashSet<>();
    private final Site site;

    Images(Site site, Caller admin) {
        this.site = site;
        builtIn(admin, "cirros", Json.object().put("min_disk", 1));
        builtIn(admin, "ubuntu-22.04", os("ubuntu", "22.04"));
        builtIn(admin, "debian-12", os("debian", "12"));
    }

    private static ObjectNode os(String distro, String version) {
        return Json.object()
                .put("os_distro", distro)
                .put("os_version", version)
                .put("min_disk", 2)
                .put("min_ram", 256);
    }

    private void builtIn(Caller admin, String name, ObjectNode rest) {
        ObjectNode spec = Json.object()
                .put("name", name)
                .put("disk_format", "qcow2")
                .put("container_format", "bare")
                .put("visibility", "public");
        Image image = create(admin, spec.setAll(rest));
        image.store(ImageData.of(("QFI " + name).getBytes(UTF_8)), site.second());
        builtIn.add(image.id());
    }

    Image create(Caller caller, ObjectNode spec) {
        String id = spec.path("id").asText(site.ids().uuid());
        checkNew(caller, spec, id);
        ObjectNode fields = spec.deepCopy()
                .put("id", id)
                .put("status", "queued")
                .put("owner", caller.projectId())
                .put("created_at", site.second())
                .put("updated_at", site.second())
                .put("self", "/v2/images/" + id)
                .put("file", "/v2/images/" + id + "/file")
                .put("schema", "/v2/schemas/image");
        List.of("size", "virtual_size", "checksum", "os_hash_algo", "os_hash_value")
                .forEach(fields::putNull);
        List.of("name", "disk_format", "container_format").stream()
                .filter(name -> !fields.has(name))
                .forEach(fields::putNull);
        defaultTo(fields, "visibility", "shared");
        List.of("protected", "os_hidden")
                .forEach(name -> fields.put(name, fields.path(name).asBoolean()));
        List.of("min_ram", "min_disk")
                .forEach(name -> fields.put(name, fields.path(name).asInt()));
        fields.withArray("tags");
        Image image = new Image(fields);
        byId.put(id, image);
        return image;
    }

    private static void defaultTo(ObjectNode fields, String name, String value) {
        if (!fields.has(name)) {
            fields.put(name, value);
        }
    }

    private void checkNew(Caller caller, ObjectNode spec, String id) {
        if (byId.containsKey(id)) {
            throw new Refusal(409, "Image ID " + id + " already exists!");
        }
        if (spec.path("visibility").asText().equals("public") && !caller.isAdmin()) {
            throw new Refusal(403, "You are not authorized to complete publicize_image action.");
        }
        JsonNode format = spec.path("disk_format");
        if (format.isTextual() && !DISK_FORMATS.contains(format.asText())) {
            throw new Refusal(
                    400,
                    "Provided object does not match schema 'image': '" + format.asText()
                            + "' is not one of [None, 'ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2',"
                            + " 'vdi', 'iso', 'ploop']");
        }
    }

    List<Image> all() {
        return List.copyOf(byId.values());
    }

    Optional<Image> find(Caller caller, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(image -> caller.owns(image.text("owner"))
                        || !image.text("visibility").equals("private"));
    }

    void remove(Image image) {
        byId.remove(image.id());
    }

    /**
     * Returns an image's fields.
     *
     * @param caller who asks
     * @param id the image
     * @return the fields, empty if there is none the caller sees
     */
    public Optional<JsonNode> fields(Caller caller, String id) {
        return find(caller, id).map(Image::view);
    }

    /**
     * Tells whether there is an image.
     *
     * @param caller who asks
     * @param nameOrId the image
     * @return whether the caller sees one of that identifier or name
     */
    public boolean has(Caller caller, String nameOrId) {
        return byId.values().stream()
                .filter(image ->
                        image.id().equals(nameOrId) || image.text("name").equals(nameOrId))
                .anyMatch(image -> find(caller, image.id()).isPresent());
    }

    /**
     * Begins an image of a server; its bytes come later.
     *
     * @param caller who asks for it
     * @param spec its fields
     * @return its identifier
     */
    public String beginSnapshot(Caller caller, ObjectNode spec) {
        return create(caller, spec).id();
    }

    /**
     * Completes an image of a server, if it still exists.
     *
     * @param id the image
     */
    public void completeSnapshot(String id) {
        Image image = byId.get(id);
        if (image != null) {
            image.store(ImageData.of(id.getBytes(UTF_8)), site.second());
        }
    }

    /** {@return what users made and is still there} */
    public List<Remnant> remnants() {
        return byId.values().stream()
                .filter(image -> !builtIn.contains(image.id()))
                .map(image -> new Remnant("image", image.id(), image.text("name")))
                .toList();
    }
}
