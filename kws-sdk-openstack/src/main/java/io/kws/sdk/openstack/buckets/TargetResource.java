package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.ResourceKind;

/** An object that a use case stores at a target. */
abstract class TargetResource implements Resource<Segment> {
    final SwiftContainers containers;
    final ObjectTarget target;

    TargetResource(SwiftContainers containers, ObjectTarget target) {
        this.containers = containers;
        this.target = target;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public String name() {
        return target.container() + "/" + target.name();
    }

    @Override
    public String id(Segment stored) {
        return "";
    }

    @Override
    public void delete(Segment stored) {
        target.state().requireUndoable();
        containers.delete(target.container(), target.name());
    }

    final Segment stored(long bytes, String md5) {
        target.state().stored();
        return new Segment(target.container(), target.name(), bytes, md5);
    }
}
