package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * The container of a bucket's segments, created with its first large object. Undone only if no object uses it.
 *
 * @param containers the node's containers
 * @param name the container's name
 * @param bucket the bucket, whose readers must be able to read the segments of its large objects
 * @param state the state of the upload
 */
record SegmentContainerResource(SwiftContainers containers, String name, String bucket, UploadState state)
        implements Resource<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public String create() {
        Request put = SwiftContainers.request("PUT", name);
        String readers = containers
                .head(bucket)
                .map(reply -> reply.header(BucketHeaders.READ))
                .orElse("");
        containers.client().reply(readers.isEmpty() ? put : put.header(BucketHeaders.READ, readers));
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
        state.requireUnused();
        containers.delete(made);
    }
}
