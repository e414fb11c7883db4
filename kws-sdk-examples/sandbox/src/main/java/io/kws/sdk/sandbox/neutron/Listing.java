package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Site;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a list: sorted, cut into pages, reduced to the fields asked for. */
final class Listing {
    private final Kind kind;
    private final Site site;
    private final Query query;

    Listing(Kind kind, Site site, Query query) {
        this.kind = kind;
        this.site = site;
        this.query = query;
    }

    ObjectNode page(List<ObjectNode> rows) {
        Page<ObjectNode> page = cut(sorted(rows));
        ObjectNode body = Json.wrap(kind.many(), Json.array());
        if (query.last("limit").isPresent() && !page.items().isEmpty()) {
            body.set(kind.many() + "_links", links(page));
        }
        page.items().forEach(row -> body.withArray(kind.many()).add(pick(row, query)));
        return body;
    }

    static ObjectNode pick(ObjectNode row, Query query) {
        List<String> fields = query.all("fields");
        return fields.isEmpty() ? row : row.retain(fields);
    }

    private List<ObjectNode> sorted(List<ObjectNode> rows) {
        String key = query.last("sort_key").orElse("id");
        Comparator<ObjectNode> order = Comparator.comparing(row -> row.path(key).asText());
        boolean reversed = query.last("sort_dir").orElse("asc").equals("desc");
        return rows.stream().sorted(reversed ? order.reversed() : order).toList();
    }

    private Page<ObjectNode> cut(List<ObjectNode> rows) {
        try {
            return Page.of(rows, query, Resources::id, Integer.MAX_VALUE);
        } catch (Refusal refusal) {
            throw new Refusal(400, "HTTPBadRequest", refusal.message());
        }
    }

    private ArrayNode links(Page<ObjectNode> page) {
        String url = site.url("/network" + kind.path()) + "?";
        String last = Resources.id(page.items().get(page.items().size() - 1));
        String first = Resources.id(page.items().get(0));
        ObjectNode next = Json.object().put("rel", "next").put("href", url + query.with("marker", last));
        ObjectNode previous = Json.object()
                .put("rel", "previous")
                .put("href", url + query.with("marker", first) + "&page_reverse=True");
        return Json.list((page.more() ? Stream.of(next, previous) : Stream.of(previous)).toList());
    }
}
