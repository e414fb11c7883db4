package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * A segment of a large object that is being stored; undone only while no object can consist of it.
 *
 * @param segment stores it
 * @param object the state of the large object's upload
 */
record SegmentResource(Resource<Segment> segment, UploadState object) implements Resource<Segment> {
    @Override
    public ResourceKind kind() {
        return segment.kind();
    }

    @Override
    public String name() {
        return segment.name();
    }

    @Override
    public Segment create() {
        return segment.create();
    }

    @Override
    public Optional<Segment> find() {
        return segment.find();
    }

    @Override
    public boolean isInterruptible() {
        return segment.isInterruptible();
    }

    @Override
    public String id(Segment made) {
        return segment.id(made);
    }

    @Override
    public void delete(Segment made) {
        object.requireUnused();
        segment.delete(made);
    }
}
