package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * The container of a bucket's segments, made with its first large object. It goes only if nobody else has come to use it.
 *
 * @param containers where
 * @param name its name
 * @param bucket the bucket, whose readers must be let in to read its large objects
 * @param storing the object's state
 */
record SegmentContainerResource(SwiftContainers containers, String name, String bucket, UploadState storing)
        implements Resource<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public String create() {
        Request put = SwiftContainers.request("PUT", name);
        String rights = containers
                .head(bucket)
                .map(reply -> reply.header(BucketHeaders.READ))
                .orElse("");
        containers.client().reply(rights.isEmpty() ? put : put.header(BucketHeaders.READ, rights));
        return name;
    }

    @Override
    public Optional<String> find() {
        return containers.head(name).map(reply -> name);
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        storing.requireUnused();
        containers.delete(made);
    }
}
