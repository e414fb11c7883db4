package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Removes a container.
 *
 * @param containers where
 * @param purge removes what is in it
 * @param name its name
 * @param timeouts the pauses; what was listed a moment ago may not be all
 */
record BucketRemoval(SwiftContainers containers, ContainerPurge purge, String name, Timeouts timeouts)
        implements Removable<String> {
    private static final int MOST_ROUNDS = 5;

    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        for (int rounds = 1; ; rounds++) {
            purge.empty(made);
            try {
                containers.delete(made);
                return;
            } catch (ConflictException e) {
                if (purge == ContainerPurge.NONE || rounds == MOST_ROUNDS) {
                    throw purge == ContainerPurge.NONE ? notEmpty("objects") : e;
                }
            }
            Waiting.pause(timeouts.pauseBefore(rounds - 1));
        }
    }

    static ConflictException notEmpty(String objects) {
        return new ConflictException("it has " + objects + "; delete them first, or delete it with its contents");
    }
}
