package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ConflictException;

/**
 * Knows whether an object that is being stored stands. Once it has taken the place of another, nothing can bring that back,
 * so what belongs to it stays.
 */
final class Storing {
    private volatile boolean replaces;
    private volatile boolean stands;

    /** Notes that there is an object of that name. */
    void replaces() {
        replaces = true;
    }

    /** Notes that the new object is there. */
    void stands() {
        stands = true;
    }

    /**
     * Lets something be removed only while the former object is there.
     *
     * @throws ConflictException if it is too late
     */
    void requireUndoable() {
        if (replaces && stands) {
            throw new ConflictException("the object had taken the place of the former one already");
        }
    }
}
