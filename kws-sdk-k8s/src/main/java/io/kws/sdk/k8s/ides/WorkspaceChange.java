package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.apps.Removal;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.k8s.transport.Json;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.operations.Resource;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change of whose a workspace is, which its marks say: the labels and annotations of the SDK. Undone by giving it the
 * former marks again. What else stands on it stays.
 *
 * @param gate where
 * @param before the workspace as it was found
 * @param wanted an object with the new marks
 */
record WorkspaceChange(Gate gate, JsonNode before, JsonNode wanted) implements Resource<JsonNode> {
    private static final String MARK = "kws.";
    private static final List<String> PLACES = List.of("labels", "annotations");

    @Override
    public ResourceKind kind() {
        return ResourceKind.PERSISTENT_VOLUME_CLAIM;
    }

    @Override
    public String name() {
        return Workspaces.name(before);
    }

    @Override
    public Outcome whenMade() {
        return Outcome.CHANGED;
    }

    @Override
    public Outcome whenUndone() {
        return Outcome.RESTORED;
    }

    @Override
    public String id(JsonNode made) {
        return Removal.uid(made);
    }

    @Override
    public JsonNode create() {
        return change(before, wanted);
    }

    @Override
    public Optional<JsonNode> find() {
        return present().filter(now -> marks(now).equals(marks(wanted)));
    }

    @Override
    public void delete(JsonNode made) {
        if (present().isPresent()) {
            change(wanted, before);
        }
    }

    private Optional<JsonNode> present() {
        return gate.find(Request.get(Api.PERSISTENT_VOLUME_CLAIMS, Workspaces.namespace(before), name()))
                .filter(now -> Removal.uid(now).equals(Removal.uid(before)));
    }

    /** The cluster writes to claims as well, so a change may come between reading and writing. */
    private JsonNode change(JsonNode from, JsonNode to) {
        for (int repetitions = 0; ; repetitions++) {
            JsonNode now = present().orElseThrow(() -> new NotFoundException("the workspace is not there any more"));
            if (!marks(now).equals(marks(from))) {
                throw new ConflictException("another open or close has changed the workspace meanwhile");
            }
            try {
                return gate.send(
                        Request.replace(Api.PERSISTENT_VOLUME_CLAIMS, Workspaces.namespace(now), marked(now, to)));
            } catch (ConflictException e) {
                if (repetitions >= gate.timeouts().retries()) {
                    throw e;
                }
            }
        }
    }

    private static JsonNode marked(JsonNode now, JsonNode to) {
        ObjectNode changed = now.deepCopy();
        for (String place : PLACES) {
            ObjectNode pairs = changed.withObject("/metadata/" + place);
            pairs.remove(List.copyOf(marks(now, place).keySet()));
            marks(to, place).forEach(pairs::put);
        }
        return changed;
    }

    private static Map<String, Map<String, String>> marks(JsonNode claim) {
        Map<String, Map<String, String>> marks = new TreeMap<>();
        PLACES.forEach(place -> marks.put(place, marks(claim, place)));
        return marks;
    }

    private static Map<String, String> marks(JsonNode claim, String place) {
        Map<String, String> marks =
                new TreeMap<>(Json.texts(claim.path("metadata").path(place)));
        marks.keySet().removeIf(key -> !key.startsWith(MARK));
        return marks;
    }
}
