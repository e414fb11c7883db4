package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /** The object has changed between reading and writing, as the cluster writes to it as well; both are done again. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final ConflictException conflict;

        OvertakenException(ConflictException conflict) {
            super(conflict);
            this.conflict = conflict;
        }
    }

    private <T> T againIfOvertaken(Supplier<T> readAndWrite) {
        try {
            return Retry.of(client.timeouts()).on(OvertakenException.class).call(repetition -> readAndWrite.get());
        } catch (OvertakenException e) {
            throw e.conflict;
        }
    }

    /**
     * Changes the object as it is now. If the cluster changes it between reading and writing, both are done again.
     *
     * @param edit makes the change, or fails if that must not be made of what is there now
     * @return the changed object
     * @throws NotFoundException if it is gone
     */
    public JsonNode change(Consumer<ObjectNode> edit) {
        return againIfOvertaken(() -> {
            ObjectNode changed = now().orElseThrow(() -> new NotFoundException(
                            ObjectRemoval.kind(api).label() + " \"" + Pods.name(before) + "\" is not there any more"))
                    .deepCopy();
            edit.accept(changed);
            try {
                return client.send(Request.replace(api, namespace(), changed));
            } catch (ConflictException e) {
                throw new OvertakenException(e);
            }
        });
    }

    /**
     * Deletes the object in the very version that was judged, and waits until it is gone. If the cluster changes it between
     * judging and deleting, both are done again.
     *
     * @param judge fails if what is there now must not be deleted
     */
    public void delete(Consumer<JsonNode> judge) {
        againIfOvertaken(() -> {
            Optional<JsonNode> now = now();
            now.ifPresent(judge);
            try {
                now.ifPresent(this::delete);
                return true;
            } catch (ConflictException e) {
                throw new OvertakenException(e);
            }
        });
    }

    private void delete(JsonNode now) {
        String version = now.path("metadata").path("resourceVersion").asText();
        new ObjectRemoval(client, api, namespace(), Pods.name(before))
                .delete(now, new V1Preconditions().uid(ObjectRemoval.uid(now)).resourceVersion(version));
    }
}
