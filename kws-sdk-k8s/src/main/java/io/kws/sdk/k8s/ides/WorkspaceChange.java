package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.objects.ObjectChange;
import io.kws.sdk.k8s.storage.StorageClaim;
import java.util.Optional;

/**
 * A change of the owner and rental of a workspace, which the SDK's labels and annotations on it say. Undone by restoring
 * them; everything else stays.
 *
 * @param object the workspace's claim
 * @param wanted an object with the new labels and annotations
 */
record WorkspaceChange(LiveObject object, KubeObject wanted) implements ObjectChange {
    /** Changes of its rental meanwhile, such as a warning or another end, stay. */
    @Override
    public KubeObject create() {
        return object.change(now -> {
            requireUnchanged(object.before(), now);
            SdkAnnotations.change(object.before(), wanted, now);
        });
    }

    @Override
    public Optional<KubeObject> find() {
        return object.now().filter(now -> isSame(wanted, now));
    }

    /** Changes of its rental since then, such as another end, stay. */
    @Override
    public void delete(KubeObject changed) {
        if (object.now().isPresent()) {
            object.change(now -> {
                requireUnchanged(wanted, now);
                SdkAnnotations.change(wanted, object.before(), now);
            });
        }
    }

    /** Returns whether it belongs to the same rental, and the same run reused it last. */
    private static boolean isSame(KubeObject known, KubeObject now) {
        return now.rental().equals(known.rental()) && StorageClaim.run(now).equals(StorageClaim.run(known));
    }

    private static void requireUnchanged(KubeObject known, ObjectNode now) {
        if (!isSame(known, new KubeObject(now))) {
            throw new ConflictException("another call has changed the rental of the workspace meanwhile; try again");
        }
    }
}
