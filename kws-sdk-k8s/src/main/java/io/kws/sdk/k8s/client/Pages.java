package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists page by page. */
final class Pages {
    private static final String SIZE = "500";

    private Pages() {}

    /** The whole list, and the version of the cluster's data that it shows. */
    record Page(List<JsonNode> items, String version) {}

    static Page all(Request request, Function<Request, JsonNode> send) {
        List<JsonNode> items = new ArrayList<>();
        Request next = request.query("limit", SIZE);
        while (true) {
            JsonNode page = send.apply(next);
            page.path("items").forEach(items::add);
            String more = page.path("metadata").path("continue").asText("");
            if (more.isEmpty()) {
                return new Page(items, version(page));
            }
            next = request.query("limit", SIZE).query("continue", more);
        }
    }

    /** Reads all at once, where the rest of the pages has become history. */
    static Page wholly(Request request, Function<Request, JsonNode> send) {
        JsonNode page = send.apply(request);
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        return new Page(items, version(page));
    }

    private static String version(JsonNode page) {
        return page.path("metadata").path("resourceVersion").asText("");
    }
}
