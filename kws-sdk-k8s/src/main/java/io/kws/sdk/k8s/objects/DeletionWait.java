package io.kws.sdk.k8s.objects;

import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Signal;
import java.util.List;
import java.util.Optional;

/**
 * Waits until objects are gone.
 *
 * @param objects the cluster's objects
 * @param api the kind
 */
public record DeletionWait(ObjectClient objects, ApiResource api) {
    /**
     * Waits until an object is gone. Most are gone at once, so it looks before it watches.
     *
     * @param object the object, whose deletion has begun
     * @throws WaitTimedOutException if the thread's deadline passes first
     */
    public void await(KubeObject object) {
        if (objects.find(api, object.namespace(), object.name())
                .filter(object::isSame)
                .isEmpty()) {
            return;
        }
        ObjectQuery query = ObjectQuery.of(api, object.namespace()).named(object.name());
        Signal changed = new Signal();
        try (ObjectWatch watch = objects.watch(query, changed)) {
            while (isThere(watch.current(), object)) {
                Deadline deadline = Deadline.current();
                if (deadline.hasPassed()) {
                    throw new WaitTimedOutException(
                            "%s \"%s\" is still being deleted".formatted(api.plural(), object.name()));
                }
                changed.await(deadline.remaining());
            }
        }
    }

    private static boolean isThere(Optional<List<KubeObject>> known, KubeObject object) {
        return known.map(objects -> objects.stream().anyMatch(object::isSame)).orElse(true);
    }
}
