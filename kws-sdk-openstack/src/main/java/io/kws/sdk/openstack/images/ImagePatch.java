package io.kws.sdk.openstack.images;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageChange;
import io.kws.sdk.images.ImageVisibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds a change of an image: a list of operations on the image's JSON. */
final class ImagePatch {
    static final String TYPE = "application/openstack-images-v2.1-json-patch";

    private final List<Map<String, Object>> operations = new ArrayList<>();

    private ImagePatch() {}

    /** Returns the operations. Glance refuses to remove a property that does not exist, so those are left out. */
    static JsonNode of(ImageChange change, Image image) {
        ImagePatch patch = new ImagePatch();
        change.name().ifPresent(name -> patch.set("name", name));
        change.visibility().map(ImageVisibility::word).ifPresent(word -> patch.set("visibility", word));
        change.minDiskGib().ifPresent(gib -> patch.set("min_disk", gib));
        change.minRamMib().ifPresent(mib -> patch.set("min_ram", mib));
        change.properties().forEach(patch::set);
        change.removedProperties().stream()
                .filter(image.properties()::containsKey)
                .forEach(name -> patch.operations.add(Map.of("op", "remove", "path", pointer(name))));
        return Json.of(patch.operations);
    }

    /** Adding an existing property replaces it. */
    private void set(String name, Object value) {
        operations.add(Map.of("op", "add", "path", pointer(name), "value", value));
    }

    /** Returns a name as a JSON pointer (RFC 6901). */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
