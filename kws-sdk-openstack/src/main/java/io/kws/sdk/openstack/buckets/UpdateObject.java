package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.ObjectChange;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.driver.values.ChangedObject;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import java.time.Instant;

/** Changes what is known about an object. */
final class UpdateObject {
    private final ObjectStore store;
    private final String bucket;
    private final String name;

    UpdateObject(ObjectStore store, String bucket, String name) {
        this.store = store;
        this.bucket = bucket;
        this.name = name;
    }

    StoredObject apply(ObjectChange change) {
        Reply head = store.head(bucket, name);
        StoredObject before = ObjectHeaders.read(bucket, name, head.headers());
        StoredObject after = ChangedObject.of(before, change, Instant.now());
        boolean moves = !after.expires().equals(before.expires());
        if (moves && ObjectHeaders.isLarge(head.headers())) {
            moveSegments(after);
        }
        Request post = ObjectHeaders.write(SwiftContainers.request("POST", bucket, name), after);
        Request kept = ObjectHeaders.keep(post, head.headers());
        String manifest = head.header(ObjectHeaders.DYNAMIC);
        Request whole = manifest.isEmpty() ? kept : kept.header(ObjectHeaders.DYNAMIC, manifest);
        store.containers().client().reply(whole.repeatable());
        return after;
    }

    /** Segments that expired before their object would break it. */
    private void moveSegments(StoredObject object) {
        for (Segment segment : Segment.read(store.containers(), bucket, name)) {
            Request post = SwiftContainers.request("POST", segment.container(), segment.name());
            store.containers()
                    .client()
                    .reply(object.expires()
                            .map(end -> post.header(
                                    "X-Delete-At",
                                    String.valueOf(end.plus(UploadObject.SEGMENTS_LONGER)
                                            .getEpochSecond())))
                            .orElse(post)
                            .repeatable());
        }
    }
}
