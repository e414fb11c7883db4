package io.kws.sdk.sandbox.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An image and where its bytes are. The node's lock guards it. */
final class Image {
    private final ObjectNode fields;
    private @Nullable ImageData data;

    Image(ObjectNode fields) {
        this.fields = fields;
    }

    ObjectNode fields() {
        return fields;
    }

    String id() {
        return text("id");
    }

    String text(String field) {
        return fields.path(field).asText("");
    }

    boolean is(String field) {
        return fields.path(field).asBoolean();
    }

    Optional<ImageData> data() {
        return Optional.ofNullable(data);
    }

    void store(ImageData stored, String now) {
        data = stored;
        fields.put("size", stored.size())
                .put("checksum", stored.md5())
                .put("os_hash_algo", "sha512")
                .put("os_hash_value", stored.sha512())
                .put("status", "active")
                .put("stores", "local")
                .put("updated_at", now);
    }

    JsonNode view() {
        return fields.deepCopy();
    }
}
