package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.driver.steps.Retry;
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
        if (purge == ContainerPurge.NONE) {
            deleteEmpty(made);
            return;
        }
        Retry.of(timeouts).atMost(MOST_ROUNDS - 1).on(ConflictException.class).run(round -> {
            purge.empty(made);
            containers.delete(made);
        });
    }

    private void deleteEmpty(String made) {
        try {
            containers.delete(made);
        } catch (ConflictException e) {
            throw notEmpty("objects");
        }
    }

    static ConflictException notEmpty(String objects) {
        return new ConflictException("it has " + objects + "; delete them first, or delete it with its contents");
    }
}
