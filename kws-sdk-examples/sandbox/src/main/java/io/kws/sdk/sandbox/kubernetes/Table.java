package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.time.Instant;
import java.util.List;

/**
 * Shows objects as {@code kubectl get} prints them (meta.k8s.io/v1 Table).
 *
 * @param kind what they are
 * @param isWhole whether each row carries the whole object, not only its metadata
 */
record Table(Kind kind, boolean isWhole) {
    ObjectNode of(List<ObjectNode> objects, ObjectNode metadata) {
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.set("metadata", metadata);
        ArrayNode definitions = table.putArray("columnDefinitions");
        List<Columns.Column> columns = Columns.of(kind);
        columns.forEach(column -> definitions
                .addObject()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.name().equals("Name") ? "name" : "")
                .put("description", column.name())
                .put("priority", column.priority()));
        ArrayNode rows = table.putArray("rows");
        Instant now = Instant.now();
        objects.forEach(object -> {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(column -> cells.addPOJO(column.cell().of(object, now)));
            row.set("object", shown(object));
        });
        return table;
    }

    private ObjectNode shown(ObjectNode object) {
        if (isWhole) {
            return object.deepCopy();
        }
        ObjectNode part = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        part.set("metadata", object.path("metadata").deepCopy());
        return part;
    }
}
