package io.kws.sdk.images;

import io.kws.sdk.internal.checks.Require;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Checks the limits of uploads and changes of images that can be checked without a cloud. */
final class ImageChecks {
    private static final int LONGEST = 255;
    private static final Set<String> GLANCES_OWN = Set.of(
            "id",
            "name",
            "owner",
            "status",
            "visibility",
            "checksum",
            "size",
            "virtual_size",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "protected",
            "tags",
            "file",
            "self",
            "schema",
            "created_at",
            "updated_at",
            "locations",
            "direct_url",
            "os_hidden",
            "os_hash_algo",
            "os_hash_value",
            "stores");

    private ImageChecks() {}

    static void check(ImageUpload upload) {
        requireName(upload.name());
        requireMinima(upload.minDiskGib(), upload.minRamMib());
        requireProperties(upload.properties());
        upload.adminUser().ifPresent(user -> Require.filled("admin user", user));
        Require.that(
                upload.content().lengthBytes().orElse(1) > 0,
                "content of image \"%s\" must not be empty",
                upload.name());
    }

    static void check(ImageChange change) {
        change.name().ifPresent(ImageChecks::requireName);
        requireMinima(change.minDiskGib(), change.minRamMib());
        requireProperties(change.properties());
        change.removedProperties().forEach(ImageChecks::requireProperty);
    }

    private static void requireMinima(OptionalInt minDiskGib, OptionalInt minRamMib) {
        minDiskGib.ifPresent(gib -> Require.atLeast("minimum disk", 0, "GiB", gib));
        minRamMib.ifPresent(mib -> Require.atLeast("minimum memory", 0, "MiB", mib));
    }

    private static void requireName(String name) {
        Require.length("image name", LONGEST, name);
    }

    private static void requireProperties(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            requireProperty(key);
            Require.atMost("value of property \"" + key + "\"", LONGEST, value);
        });
    }

    private static void requireProperty(String key) {
        Require.that(!GLANCES_OWN.contains(key), "property \"%s\" is read-only: it is one of Glance's own fields", key);
        Require.length("name of a property", LONGEST, key);
    }
}
