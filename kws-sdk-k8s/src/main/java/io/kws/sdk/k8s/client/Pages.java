package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.ListPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Reads lists page by page. */
final class Pages {
    private static final String SIZE = "500";

    private Pages() {}

    /** The whole list, and the version of the cluster's data that it shows. */
    record Page(List<JsonNode> items, String version) {}

    static Page all(Request request, Function<Request, JsonNode> send) {
        Request first = request.query("limit", SIZE);
        AtomicReference<String> version = new AtomicReference<>("");
        List<JsonNode> items = ListPage.all(first, asked -> {
            JsonNode page = send.apply(asked);
            version.set(version(page));
            String more = page.path("metadata").path("continue").asText("");
            return new ListPage<>(
                    page.path("items"), more.isEmpty() ? Optional.empty() : Optional.of(first.query("continue", more)));
        });
        return new Page(items, Objects.requireNonNull(version.get()));
    }

    /** Reads all in one page, where the rest of the pages has become history. */
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
