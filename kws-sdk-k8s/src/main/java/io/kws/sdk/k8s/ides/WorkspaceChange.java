package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.apps.Claim;
import io.kws.sdk.k8s.apps.Labels;
import io.kws.sdk.k8s.apps.ObjectChange;
import io.kws.sdk.k8s.apps.Present;
import io.kws.sdk.k8s.transport.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change of whose a workspace is, which its marks say: the labels and annotations of the SDK. Undone by giving it the
 * former marks again. What else stands on it stays.
 *
 * @param object the workspace's claim
 * @param wanted an object with the new marks
 */
record WorkspaceChange(Present object, JsonNode wanted) implements ObjectChange {
    private static final String MARK = "kws.";
    private static final List<String> PLACES = List.of("labels", "annotations");

    @Override
    public JsonNode create() {
        return change(object.before(), wanted);
    }

    @Override
    public Optional<JsonNode> find() {
        return object.now().filter(now -> user(now).equals(user(wanted)));
    }

    @Override
    public void delete(JsonNode made) {
        if (object.now().isPresent()) {
            change(wanted, object.before());
        }
    }

    private JsonNode change(JsonNode from, JsonNode to) {
        return object.change(now -> {
            if (!user(now).equals(user(from))) {
                throw new ConflictException("another open or close has changed the workspace meanwhile");
            }
            mark(now, to);
        });
    }

    /** Who has it: a rental, and which run took it up. What else is marked, such as the rental's end, may change. */
    private static List<String> user(JsonNode claim) {
        return List.of(Labels.get(claim, Labels.RENTAL), Claim.run(claim));
    }

    private static void mark(ObjectNode claim, JsonNode as) {
        for (String place : PLACES) {
            ObjectNode pairs = claim.withObject("/metadata/" + place);
            pairs.remove(List.copyOf(marks(claim, place).keySet()));
            marks(as, place).forEach(pairs::put);
        }
    }

    private static Map<String, String> marks(JsonNode claim, String place) {
        Map<String, String> marks =
                new TreeMap<>(Json.texts(claim.path("metadata").path(place)));
        marks.keySet().removeIf(key -> !key.startsWith(MARK));
        return marks;
    }
}
