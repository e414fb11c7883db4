package io.kws.sdk.k8s.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An object that was read, and may have been changed or deleted since.
 *
 * @param objects the cluster's objects
 * @param kind its kind
 * @param before the object as it was read
 */
public record LiveObject(ObjectClient objects, ManagedKind kind, KubeObject before) {
    /** {@return its reference} */
    public ObjectRef ref() {
        return ObjectRef.to(kind, before);
    }

    /** {@return the object as it is now; empty if it is gone, even if another has its name now} */
    public Optional<KubeObject> now() {
        return objects.find(ref()).filter(before::isSame);
    }

    /**
     * Changes the object as it is now. If the cluster changes it between reading and writing, both are repeated.
     *
     * @param edit makes the change, or fails if the object as it is now must not be changed
     * @return the changed object
     * @throws NotFoundException if it is gone
     */
    public KubeObject change(Consumer<ObjectNode> edit) {
        return againIfOvertaken(() -> {
            ObjectNode edited = now().orElseThrow(this::gone).copy();
            edit.accept(edited);
            return written(() -> objects.replace(ref(), edited));
        });
    }

    private NotFoundException gone() {
        return new NotFoundException(
                "%s \"%s\" does not exist any more".formatted(kind.receiptKind().label(), before.name()));
    }

    /**
     * Deletes the object in the very version that was checked, and waits until it is gone. If the cluster changes it between
     * checking and deleting, both are repeated.
     *
     * @param check fails if the object as it is now must not be deleted
     */
    public void delete(Consumer<KubeObject> check) {
        againIfOvertaken(() -> {
            Optional<KubeObject> now = now();
            now.ifPresent(check);
            return now.map(there -> written(() -> delete(there)));
        });
    }

    private KubeObject delete(KubeObject now) {
        new ObjectRemoval(objects, ref()).deleteUnchanged(now);
        return now;
    }

    /** The object was changed between reading and writing. Other conflicts are not repeated. */
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
            return Retry.of(objects.client().timeouts())
                    .on(OvertakenException.class)
                    .call(repetition -> readAndWrite.get());
        } catch (OvertakenException e) {
            throw e.conflict;
        }
    }

    private static KubeObject written(Supplier<KubeObject> write) {
        try {
            return write.get();
        } catch (ConflictException e) {
            throw new OvertakenException(e);
        }
    }
}
