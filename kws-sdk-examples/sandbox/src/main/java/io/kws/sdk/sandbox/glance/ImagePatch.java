package io.kws.sdk.sandbox.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import java.util.Set;

/** Changes an image as a JSON patch says, all operations or none. */
final class ImagePatch {
    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "size",
            "checksum",
            "created_at",
            "updated_at",
            "virtual_size",
            "os_hash_algo",
            "os_hash_value",
            "self",
            "file",
            "schema",
            "owner");
    private static final Set<String> FORMATS = Set.of("disk_format", "container_format");

    private final Caller caller;
    private final ObjectNode changed;

    ImagePatch(Caller caller, Image image) {
        this.caller = caller;
        this.changed = image.fields().deepCopy();
    }

    ObjectNode apply(JsonNode operations) {
        if (!operations.isArray()) {
            throw new Refusal(400, "Request body must be a JSON array of operation objects.");
        }
        operations.forEach(this::carryOut);
        return changed;
    }

    private void carryOut(JsonNode operation) {
        String name = operation
                .path("path")
                .asText()
                .replaceFirst("^/", "")
                .replace("~1", "/")
                .replace("~0", "~");
        String op = operation.path("op").asText(operation.has("replace") ? "replace" : "");
        JsonNode value = operation.path("value");
        check(name, op, value);
        switch (op) {
            case "add", "replace" -> changed.set(name, value);
            case "remove" -> changed.remove(name);
            default -> throw new Refusal(400, "Operation must be one of: add, remove, replace.");
        }
    }

    private void check(String name, String op, JsonNode value) {
        if (READ_ONLY.contains(name)) {
            throw new Refusal(403, "Attribute '" + name + "' is read-only.");
        }
        if (FORMATS.contains(name) && !changed.path("status").asText().equals("queued")) {
            throw new Refusal(403, "Attribute " + name + " can be only replaced for a queued image.");
        }
        if (name.equals("visibility") && value.asText().equals("public") && !caller.isAdmin()) {
            throw new Refusal(403, "You are not authorized to complete publicize_image action.");
        }
        if (!op.equals("add") && !changed.has(name)) {
            throw new Refusal(
                    409,
                    "There was a conflict when trying to complete your request.\n\n Property " + name
                            + " does not exist.");
        }
    }
}
