package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.ObjectChange;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.driver.values.ChangedObject;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import java.time.Instant;

/** Changes the metadata and the expiry of an object. */
final class UpdateObject {
    private final BucketNode node;
    private final String bucket;
    private final String name;

    UpdateObject(BucketNode node, String bucket, String name) {
        this.node = node;
        this.bucket = bucket;
        this.name = name;
    }

    StoredObject apply(ObjectChange change) {
        Reply head = node.head(bucket, name);
        StoredObject before = ObjectHeaders.read(bucket, name, head.headers());
        StoredObject after = ChangedObject.of(before, change, Instant.now());
        boolean changesExpiry = !after.expires().equals(before.expires());
        if (changesExpiry && ObjectHeaders.isLarge(head.headers())) {
            changeExpiryOfSegments(after);
        }
        Request post = ObjectHeaders.write(SwiftContainers.request("POST", bucket, name), after);
        Request kept = ObjectHeaders.keep(post, head.headers());
        String manifest = head.header(ObjectHeaders.DYNAMIC);
        Request whole = manifest.isEmpty() ? kept : kept.header(ObjectHeaders.DYNAMIC, manifest);
        node.client().reply(whole.repeatable());
        return after;
    }

    /** An object would break if its segments expired earlier. */
    private void changeExpiryOfSegments(StoredObject object) {
        for (Segment segment : Segment.read(node.containers(), bucket, name)) {
            Request post = SwiftContainers.request("POST", segment.container(), segment.name());
            node.client()
                    .reply(object.expires()
                            .map(end -> post.header(
                                    "X-Delete-At",
                                    String.valueOf(end.plus(UploadObject.SEGMENTS_OUTLIVE)
                                            .getEpochSecond())))
                            .orElse(post)
                            .repeatable());
        }
    }
}
