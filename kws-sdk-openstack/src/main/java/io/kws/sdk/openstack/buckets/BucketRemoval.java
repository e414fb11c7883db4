package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.driver.steps.Waiting;
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
    private static final int MAX_ATTEMPTS = 5;

    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public void delete(String name) {
        for (int attempts = 1; ; attempts++) {
            purge.empty(name);
            try {
                containers.delete(name);
                return;
            } catch (ConflictException e) {
                if (purge == ContainerPurge.NONE || attempts == MAX_ATTEMPTS) {
                    throw purge == ContainerPurge.NONE ? notEmpty("objects") : e;
                }
            }
            Waiting.pause(timeouts.pauseBefore(attempts - 1));
        }
    }

    static ConflictException notEmpty(String objects) {
        return new ConflictException(
                "the bucket has " + objects + "; delete them first, or delete the bucket with its contents");
    }
}
