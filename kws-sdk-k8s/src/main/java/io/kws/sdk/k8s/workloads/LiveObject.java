package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An object that was found, and may have changed or gone since.
 *
 * @param client where
 * @param api what it is
 * @param before the object as it was found
 */
public record LiveObject(ClusterClient client, ApiResource api, JsonNode before) {
    /** {@return the object as it is now; nothing if it is gone, whatever has its name by now} */
    public Optional<JsonNode> now() {
        return client.find(Request.get(api, namespace(), Pods.name(before)))
                .filter(now -> ObjectRemoval.uid(now).equals(ObjectRemoval.uid(before)));
    }

    /** {@return its namespace} */
    public String namespace() {
        return Pods.namespace(before);
    }

    /**
     * Changes it as it is now. The cluster writes to it as well, so a change may come between reading and writing; then
     * both are done again.
     *
     * @param edit makes the change, or fails if that must not be made of what is there now
     * @return the changed object
     * @throws NotFoundException if it is gone
     */
    public JsonNode change(Consumer<ObjectNode> edit) {
        for (int repetitions = 0; ; repetitions++) {
            ObjectNode changed = now().orElseThrow(() -> new NotFoundException(
                            ObjectRemoval.kind(api).label() + " \"" + Pods.name(before) + "\" is not there any more"))
                    .deepCopy();
            edit.accept(changed);
            try {
                return client.send(Request.replace(api, namespace(), changed));
            } catch (ConflictException e) {
                if (repetitions >= client.timeouts().retries()) {
                    throw e;
                }
            }
        }
    }

    /**
     * Deletes it in the very version that was judged, and waits until it is gone. The cluster writes to it as well, so a
     * change may come between judging and deleting; then both are done again.
     *
     * @param judge fails if what is there now must not be deleted
     */
    public void delete(Consumer<JsonNode> judge) {
        for (int repetitions = 0; ; repetitions++) {
            Optional<JsonNode> now = now();
            if (now.isEmpty()) {
                return;
            }
            judge.accept(now.get());
            try {
                delete(now.get());
                return;
            } catch (ConflictException e) {
                if (repetitions >= client.timeouts().retries()) {
                    throw e;
                }
            }
        }
    }

    private void delete(JsonNode now) {
        String version = now.path("metadata").path("resourceVersion").asText();
        new ObjectRemoval(client, api, namespace(), Pods.name(before))
                .delete(now, new V1Preconditions().uid(ObjectRemoval.uid(now)).resourceVersion(version));
    }
}
