package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a container. Its listing may lag behind, so it is emptied again if Swift refuses to delete it.
 *
 * @param containers the node's containers
 * @param purge empties the container first
 * @param name the container's name
 * @param timeouts the pauses between attempts
 */
record BucketRemoval(SwiftContainers containers, ContainerPurge purge, String name, Timeouts timeouts)
        implements RemovableById {
    private static final int MAX_REPETITIONS = 4;

    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public void delete(String container) {
        if (purge == ContainerPurge.NONE) {
            deleteEmpty(container);
            return;
        }
        Retry.of(timeouts).atMost(MAX_REPETITIONS).on(ConflictException.class).run(repetitions -> {
            purge.empty(container);
            containers.delete(container);
        });
    }

    private void deleteEmpty(String container) {
        try {
            containers.delete(container);
        } catch (ConflictException e) {
            throw notEmpty("objects");
        }
    }

    static ConflictException notEmpty(String objects) {
        return new ConflictException(
                "the bucket has " + objects + "; delete them first, or delete the bucket with its contents");
    }
}
