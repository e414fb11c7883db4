package io.kws.sdk.images;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.Map;
import java.util.Set;

/** The limits of what can be asked of images that can be checked without a cloud. */
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
        require(
                upload.content().lengthBytes().orElse(1) > 0,
                "the content of image \"" + upload.name() + "\" is empty");
    }

    static void check(ImageChange change) {
        change.name().ifPresent(ImageChecks::requireName);
        requireMinima(change.minDiskGib().orElse(0), change.minRamMib().orElse(0));
        requireProperties(change.properties());
        change.removedProperties().forEach(ImageChecks::requireProperty);
    }

    private static void requireMinima(int minDiskGib, int minRamMib) {
        require(minDiskGib >= 0, "a root disk of " + minDiskGib + " GiB cannot be");
        require(minRamMib >= 0, "a memory of " + minRamMib + " MiB cannot be");
    }

    private static void requireName(String name) {
        require(
                !name.isBlank() && name.length() <= LONGEST,
                "an image's name has 1 to 255 characters, \"" + name + "\" has not");
    }

    private static void requireProperties(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            requireProperty(key);
            require(value.length() <= LONGEST, "the value of property \"" + key + "\" is longer than 255 characters");
        });
    }

    private static void requireProperty(String key) {
        require(!GLANCES_OWN.contains(key), "\"" + key + "\" is no property to be set, but Glance's own field");
        require(
                !key.isBlank() && key.length() <= LONGEST,
                "a property's name has 1 to 255 characters, \"" + key + "\" has not");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidRequestException(message);
        }
    }
}
