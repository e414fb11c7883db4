package io.kws.sdk.k8s.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
     * Changes it as it is now. The cluster writes to it as well, so a change may come between reading and writing; then
     * both are repeated.
     *
     * @param edit makes the change, or fails if the object as it is now must not be changed
     * @return the changed object
     * @throws NotFoundException if it is gone
     */
    public KubeObject change(Consumer<ObjectNode> edit) {
        for (int repetitions = 0; ; repetitions++) {
            ObjectNode edited = now().orElseThrow(this::gone).copy();
            edit.accept(edited);
            Optional<KubeObject> changed = written(() -> objects.replace(ref(), edited), repetitions);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
    }

    private NotFoundException gone() {
        return new NotFoundException(
                "%s \"%s\" does not exist any more".formatted(kind.receiptKind().label(), before.name()));
    }

    /**
     * Deletes it in the very version that was checked, and waits until it is gone. The cluster writes to it as well, so a
     * change may come between checking and deleting; then both are repeated.
     *
     * @param check fails if the object as it is now must not be deleted
     */
    public void delete(Consumer<KubeObject> check) {
        for (int repetitions = 0; ; repetitions++) {
            Optional<KubeObject> now = now();
            now.ifPresent(check);
            if (now.isEmpty() || written(() -> delete(now.get()), repetitions).isPresent()) {
                return;
            }
        }
    }

    private KubeObject delete(KubeObject now) {
        new ObjectRemoval(objects, ref()).deleteUnchanged(now);
        return now;
    }

    /** Returns nothing if the object was changed meanwhile, and may be read and written again. */
    private Optional<KubeObject> written(Supplier<KubeObject> write, int repetitions) {
        try {
            return Optional.of(write.get());
        } catch (ConflictException e) {
            if (repetitions >= objects.client().timeouts().retries()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
