package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * Reads lists, page by page.
 *
 * @param store the objects
 * @param asked which of them
 */
record Listing(Store store, Asked asked) {
    /**
     * Some of the objects.
     *
     * @param items the objects
     * @param version what the list shows
     * @param next what to ask for further ones with; empty if there are none
     * @param left how many there are further; -1 for unknown
     */
    record Page(List<ObjectNode> items, String version, String next, int left) {}

    Page read() {
        List<ObjectNode> all = store.list(asked.target().kind(), asked.target().namespace()).stream()
                .filter(new Filter(asked)::matches)
                .toList();
        int limit = asked.number("limit", 0);
        String version = String.valueOf(store.version());
        String after = "";
        if (!asked.query("continue").isEmpty()) {
            JsonNode token = token(asked.query("continue"));
            version = token.path("rv").asText();
            after = token.path("start").asText();
            requireRemembered(token.path("rv").asLong());
        }
        String start = after;
        List<ObjectNode> rest =
                all.stream().filter(object -> key(object).compareTo(start) > 0).toList();
        if (limit == 0 || rest.size() <= limit) {
            return new Page(rest, version, "", -1);
        }
        List<ObjectNode> page = rest.subList(0, limit);
        ObjectNode next = Json.object()
                .put("v", "meta.k8s.io/v1")
                .put("rv", Long.parseLong(version))
                .put("start", key(page.get(limit - 1)));
        boolean isFiltered = !(asked.query("labelSelector") + asked.query("fieldSelector")).isEmpty();
        return new Page(
                page,
                version,
                Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(next)),
                isFiltered ? -1 : rest.size() - limit);
    }

    /** Sorts as the store does: first by namespace, then by name. */
    private static String key(JsonNode object) {
        return Meta.namespace(object) + '\0' + Meta.name(object);
    }

    private static JsonNode token(String text) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(text));
        } catch (IOException | IllegalArgumentException e) {
            throw ApiError.badRequest("invalid continue token: continue key is not valid: " + e.getMessage());
        }
    }

    private void requireRemembered(long version) {
        if (version < store.forgotten()) {
            throw ApiError.of(
                    410,
                    "The provided continue parameter is too old to display a consistent list result. You can start a"
                            + " new list without the continue parameter.");
        }
    }

    /** The selectors of a request. */
    record Filter(String namespace, Selector labels, FieldSelector fields) {
        Filter(Asked asked) {
            this(
                    asked.target().namespace(),
                    Selector.parse(asked.query("labelSelector")),
                    FieldSelector.parse(asked.target().kind(), asked.query("fieldSelector")));
        }

        boolean matches(JsonNode object) {
            return (namespace.isEmpty() || namespace.equals(Meta.namespace(object)))
                    && labels.matches(object)
                    && fields.matches(object);
        }
    }
}
