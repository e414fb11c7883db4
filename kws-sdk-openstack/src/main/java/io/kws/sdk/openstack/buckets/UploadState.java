package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.Reply;

/**
 * Knows whether an object that is being stored stands. Once it has taken the place of another, nothing can bring that back,
 * so what belongs to it stays.
 */
final class UploadState {
    private volatile boolean replaces;
    private volatile String formerTime = "";
    private volatile boolean stands;
    private volatile boolean mayBeDescribed;

    /** Notes that there is an object of that name, stored at that time. */
    void replaces(String time) {
        formerTime = time;
        replaces = true;
    }

    /** Returns whether an answer speaks of the former object still. */
    boolean isFormer(Reply reply) {
        return replaces && reply.header("X-Timestamp").equals(formerTime);
    }

    /** Notes that the new object is there. */
    void stands() {
        stands = true;
    }

    /** Notes that a description of its segments is about to be stored. */
    void described() {
        mayBeDescribed = true;
    }

    /** Notes that no description of its segments is there: it was refused, has been looked for, or is deleted. */
    void notDescribed() {
        mayBeDescribed = false;
    }

    /**
     * Lets a segment be removed only while no object consists of it.
     *
     * @throws ConflictException if one does or may do so
     */
    void requireUnused() {
        requireUndoable();
        if (mayBeDescribed) {
            throw new ConflictException("whether the object consists of it is not known");
        }
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
