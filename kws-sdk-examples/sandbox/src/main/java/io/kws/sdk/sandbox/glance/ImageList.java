package io.kws.sdk.sandbox.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes a list of images: newest first, 25 to a page. */
final class ImageList {
    private static final int PAGE = 25;
    private static final Set<String> SORT_KEYS =
            Set.of("name", "status", "container_format", "disk_format", "size", "id", "created_at", "updated_at");

    private final Query query;

    ImageList(Query query) {
        this.query = query;
    }

    ObjectNode page(List<Image> images) {
        Page<Image> page = cut(sorted(images));
        List<JsonNode> views = page.items().stream().map(Image::view).toList();
        ObjectNode body = Json.wrap("images", Json.list(views));
        body.put("first", "/v2/images" + (query.raw().isEmpty() ? "" : "?" + query.raw()));
        body.put("schema", "/v2/schemas/images");
        if (page.more()) {
            String last = page.items().get(page.items().size() - 1).id();
            body.put("next", "/v2/images?" + query.with("marker", last));
        }
        return body;
    }

    private Page<Image> cut(List<Image> images) {
        if (!query.last("limit").orElse("1").matches("\\d+")) {
            throw new Refusal(400, "limit param must be an integer");
        }
        try {
            int most = query.last("limit").isPresent() ? 1000 : PAGE;
            return Page.of(images, query, Image::id, most);
        } catch (Refusal refusal) {
            throw new Refusal(
                    400, "No image found with ID " + query.last("marker").orElse(""));
        }
    }

    private List<Image> sorted(List<Image> images) {
        String sort = query.last("sort").orElse(query.last("sort_key").orElse("created_at"));
        String key = sort.replaceFirst("[:,].*", "");
        if (!SORT_KEYS.contains(key)) {
            throw new Refusal(
                    400,
                    "Invalid sort key: " + key
                            + ". It must be one of the following: name, status, container_format, disk_format, size,"
                            + " id, created_at, updated_at.");
        }
        boolean ascending =
                sort.contains(":asc") || query.last("sort_dir").orElse("").equals("asc");
        List<Image> newestFirst = new ArrayList<>(images);
        Collections.reverse(newestFirst);
        Comparator<Image> order = key.equals("size")
                ? Comparator.comparing(image -> image.fields().path("size").asLong())
                : Comparator.comparing(image -> image.text(key));
        return newestFirst.stream().sorted(ascending ? order : order.reversed()).toList();
    }
}
