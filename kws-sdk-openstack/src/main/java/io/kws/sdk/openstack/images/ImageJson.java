package io.kws.sdk.openstack.images;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.ImageValue;
import io.kws.sdk.images.Image;
import io.kws.sdk.internal.text.OptionalText;
import io.kws.sdk.openstack.client.Checksum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads images from Glance's JSON. */
final class ImageJson {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha512", "SHA-512", "sha384", "SHA-384", "sha256", "SHA-256", "sha1", "SHA-1", "md5", "MD5");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "owner",
            "status",
            "visibility",
            "checksum",
            "disk_format",
            "container_format",
            "file",
            "self",
            "schema",
            "created_at",
            "updated_at",
            "direct_url",
            "os_hash_algo",
            "os_hash_value",
            "stores");

    private ImageJson() {}

    static Image image(JsonNode json) {
        String name = json.path("name").asText("");
        long size = json.path("size").asLong();
        String user = LoginUser.of(
                json.path("os_admin_user").asText(""), json.path("os_distro").asText(""), name);
        return ImageValue.builder()
                .id(Json.text(json, "id"))
                .name(name)
                .status(json.path("status").asText())
                .diskFormat(OptionalText.of(json.path("disk_format").asText("")))
                .sizeBytes(size == 0 ? OptionalLong.empty() : OptionalLong.of(size))
                .minDiskGib(json.path("min_disk").asInt())
                .minRamMib(json.path("min_ram").asInt())
                .visibility(json.path("visibility").asText())
                .adminUser(OptionalText.of(user))
                .properties(properties(json))
                .build();
    }

    /** Glance lists properties among its own fields, always as texts. */
    private static Map<String, String> properties(JsonNode json) {
        Map<String, String> properties = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (field.getValue().isTextual() && !FIELDS.contains(field.getKey())) {
                properties.put(field.getKey(), field.getValue().asText());
            }
        });
        return properties;
    }

    /** Returns the strongest checksum that Glance has of the image's data; none if its algorithm is unknown. */
    static List<Checksum> checksum(JsonNode json) {
        String algorithm = ALGORITHMS.getOrDefault(json.path("os_hash_algo").asText(""), "");
        if (!algorithm.isEmpty()) {
            return List.of(new Checksum(algorithm, json.path("os_hash_value").asText()));
        }
        String md5 = json.path("checksum").asText("");
        return md5.isEmpty() ? List.of() : List.of(new Checksum("MD5", md5));
    }
}
