package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.operations.Removable;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Removes a container.
 *
 * @param containers where
 * @param purge removes what is in it
 * @param name its name
 */
record BucketRemoval(Containers containers, Purge purge, String name) implements Removable<String> {
    private static final int ROUNDS = 5;

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
        for (int round = 1; ; round++) {
            purge.empty(made);
            try {
                containers.delete(made);
                return;
            } catch (ConflictException e) {
                if (purge == Purge.NONE || round == ROUNDS) {
                    throw purge == Purge.NONE ? notEmpty("objects") : e;
                }
            }
        }
    }

    static ConflictException notEmpty(String objects) {
        return new ConflictException("it has " + objects + "; delete them first, or delete it with its contents");
    }
}
