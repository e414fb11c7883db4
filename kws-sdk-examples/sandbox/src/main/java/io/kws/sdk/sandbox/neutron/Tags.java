package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import java.util.LinkedHashSet;
import java.util.Set;

/** The tags of the resources of one kind. */
final class Tags {
    private final Resources resources;

    Tags(Resources resources) {
        this.resources = resources;
    }

    void register(Routes routes, Kind kind) {
        String path = kind.path() + "/{id}/tags";
        routes.on("GET", path, request -> answer(row(request)))
                .on("PUT", path, this::replace)
                .on("DELETE", path, this::clear)
                .on("GET", path + "/{tag}", this::check)
                .on("PUT", path + "/{tag}", this::add)
                .on("DELETE", path + "/{tag}", this::remove);
    }

    private Answer replace(Request request) {
        ObjectNode row = row(request);
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode tag : request.json().path("tags")) {
            tags.add(tag.asText());
        }
        row.set("tags", Json.texts(tags));
        return answer(row);
    }

    private Answer clear(Request request) {
        row(request).putArray("tags");
        return Answer.empty(204);
    }

    private Answer check(Request request) {
        find(row(request), request.at("tag"));
        return Answer.empty(204);
    }

    private Answer add(Request request) {
        ArrayNode tags = row(request).withArray("tags");
        if (indexOf(tags, request.at("tag")) < 0) {
            tags.add(request.at("tag"));
        }
        return Answer.json(201, Json.object().nullNode());
    }

    private Answer remove(Request request) {
        ObjectNode row = row(request);
        row.withArray("tags").remove(find(row, request.at("tag")));
        return Answer.empty(204);
    }

    private ObjectNode row(Request request) {
        return resources.get(request.caller(), request.at("id"));
    }

    private static int find(ObjectNode row, String tag) {
        int index = indexOf(row.withArray("tags"), tag);
        if (index < 0) {
            throw new Refusal(404, "TagNotFound", "Tag " + tag + " could not be found.");
        }
        return index;
    }

    private static int indexOf(ArrayNode tags, String tag) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).asText().equals(tag)) {
                return i;
            }
        }
        return -1;
    }

    private static Answer answer(ObjectNode row) {
        return Answer.json(200, Json.wrap("tags", row.path("tags").deepCopy()));
    }
}
