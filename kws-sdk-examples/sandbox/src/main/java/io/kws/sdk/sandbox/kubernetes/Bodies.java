package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.io.IOException;

/** Reads the bodies of requests. */
final class Bodies {
    static final String APPLY = "application/apply-patch+yaml";

    private Bodies() {}

    /** Reads an object of any kind, or nothing. */
    static ObjectNode any(byte[] body) {
        return body.length == 0 ? Json.object() : object(body);
    }

    static ObjectNode object(byte[] body) {
        if (tree(body, "Object") instanceof ObjectNode object) {
            return object;
        }
        throw ApiError.badRequest("the object provided is unrecognized");
    }

    /** Reads an object of a kind, which it need not name. */
    static ObjectNode object(Kind kind, byte[] body) {
        if (!(tree(body, kind.word()) instanceof ObjectNode object)) {
            throw ApiError.badRequest(
                    "the object provided is unrecognized (must be of type %s)".formatted(kind.word()));
        }
        String word = object.path("kind").asText(kind.word());
        String version = object.path("apiVersion").asText(kind.apiVersion());
        if (!word.equals(kind.word()) || !version.equals(kind.apiVersion())) {
            throw ApiError.badRequest("%s in version \"%s\" cannot be handled as a %s"
                    .formatted(word, version.substring(version.indexOf('/') + 1), kind.word()));
        }
        return object;
    }

    private static JsonNode tree(byte[] body, String word) {
        try {
            JsonNode tree = Protobuf.is(body) ? Protobuf.read(body) : Json.read(body);
            drop(tree);
            return tree;
        } catch (IOException e) {
            throw ApiError.badRequest(
                    "the object provided is unrecognized (must be of type %s): couldn't get".formatted(word)
                            + " version/kind; json parse error: " + e.getMessage());
        }
    }

    /** What no version of the API knows is dropped without a word; here that is known to be but one field. */
    private static void drop(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.remove("x_sandbox_novelty");
        }
        tree.forEach(Bodies::drop);
    }

    /** Returns an object as a patch makes it. */
    static ObjectNode patched(String contentType, ObjectNode before, byte[] body) {
        ObjectNode after = before.deepCopy();
        switch (contentType) {
            case "application/merge-patch+json" -> Patches.merge(after, object(body));
            case "application/strategic-merge-patch+json" -> Patches.mergeStrategically(after, object(body));
            case "application/json-patch+json" -> Patches.operate(after, tree(body, "Patch"));
            default -> throw ApiError.of(415, "415: Unsupported Media Type");
        }
        boolean namesVersion = !Meta.version(after).equals(Meta.version(before));
        if (!namesVersion) {
            Meta.of(after).remove("resourceVersion");
        }
        return after;
    }
}
