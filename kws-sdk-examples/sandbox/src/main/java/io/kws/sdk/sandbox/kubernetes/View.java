package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * How objects are to be shown: as they are, or as the rows of a table.
 *
 * @param kind what they are
 * @param table makes the table; empty for the objects themselves
 */
record View(Kind kind, Optional<Table> table) {
    static View of(Asked asked) {
        boolean isTable = asked.request().header("Accept").orElse("").startsWith("application/json;as=Table");
        boolean isWhole = asked.query("includeObject").equals("Object");
        return new View(
                asked.target().kind(),
                isTable ? Optional.of(new Table(asked.target().kind(), isWhole)) : Optional.empty());
    }

    Answer one(int status, ObjectNode object) {
        return Answer.json(status, show(object));
    }

    /** Shows an object, or a {@code Status} as it is. */
    ObjectNode show(ObjectNode object) {
        boolean isObject = object.path("kind").asText().equals(kind.word());
        return isObject && table.isPresent()
                ? table.get().of(List.of(object), Json.object().put("resourceVersion", Meta.version(object)))
                : object.deepCopy();
    }

    Answer list(Listing.Page page) {
        ObjectNode metadata = Json.object().put("resourceVersion", page.version());
        if (!page.next().isEmpty()) {
            metadata.put("continue", page.next());
        }
        if (page.left() >= 0) {
            metadata.put("remainingItemCount", page.left());
        }
        return Answer.json(
                200, table.map(rows -> rows.of(page.items(), metadata)).orElseGet(() -> plain(page, metadata)));
    }

    private ObjectNode plain(Listing.Page page, ObjectNode metadata) {
        ObjectNode list = Json.object().put("kind", kind.word() + "List").put("apiVersion", kind.apiVersion());
        list.set("metadata", metadata);
        ArrayNode items = list.putArray("items");
        page.items().forEach(item -> {
            ObjectNode copy = item.deepCopy();
            copy.remove(List.of("kind", "apiVersion"));
            items.add(copy);
        });
        return list;
    }
}
