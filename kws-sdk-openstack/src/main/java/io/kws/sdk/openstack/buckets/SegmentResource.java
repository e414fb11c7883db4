package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * A segment of a large object that is being stored; it goes only as long as the object may.
 *
 * @param part stores it
 * @param storing the object's state
 */
record SegmentResource(Resource<Segment> part, UploadState storing) implements Resource<Segment> {
    @Override
    public ResourceKind kind() {
        return part.kind();
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public Segment create() {
        return part.create();
    }

    @Override
    public Optional<Segment> find() {
        return part.find();
    }

    @Override
    public boolean isInterruptible() {
        return part.isInterruptible();
    }

    @Override
    public String id(Segment made) {
        return part.id(made);
    }

    @Override
    public void delete(Segment made) {
        storing.requireUnused();
        part.delete(made);
    }
}
