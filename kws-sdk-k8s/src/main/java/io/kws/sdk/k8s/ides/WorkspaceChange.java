package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.LiveObject;
import io.kws.sdk.k8s.workloads.ObjectChange;
import io.kws.sdk.k8s.workloads.StorageClaim;
import java.util.Optional;

/**
 * A change of whose a workspace is, which its marks say: the labels and annotations of the SDK. Undone by giving it the
 * former marks again. What else stands on it stays.
 *
 * @param object the workspace's claim
 * @param wanted an object with the new marks
 */
record WorkspaceChange(LiveObject object, JsonNode wanted) implements ObjectChange {
    /** What is said of its rental meanwhile, such as a warning or another end, stays. */
    @Override
    public JsonNode create() {
        return object.change(now -> {
            require(isAs(object.before(), now));
            SdkAnnotations.change(object.before(), wanted, now);
        });
    }

    @Override
    public Optional<JsonNode> find() {
        return object.now().filter(now -> isAs(wanted, now));
    }

    /** What has been said of its rental since then, such as another end, stays. */
    @Override
    public void delete(JsonNode made) {
        if (object.now().isPresent()) {
            object.change(now -> {
                require(isAs(wanted, now));
                SdkAnnotations.change(wanted, object.before(), now);
            });
        }
    }

    /** Tells whether it belongs to the same rental, and the same run took it up last. */
    private static boolean isAs(JsonNode known, JsonNode now) {
        return Labels.get(now, Labels.RENTAL).equals(Labels.get(known, Labels.RENTAL))
                && StorageClaim.run(now).equals(StorageClaim.run(known));
    }

    private static void require(boolean isUntouched) {
        if (!isUntouched) {
            throw new ConflictException("another has changed whose the workspace is meanwhile; try again");
        }
    }
}
