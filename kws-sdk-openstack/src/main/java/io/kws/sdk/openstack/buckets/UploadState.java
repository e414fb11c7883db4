package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.Reply;

/**
 * Tracks whether an object that is being uploaded is stored. Once it has replaced an existing object, that one cannot be
 * restored, so its own segments must stay. Thread-safe.
 */
final class UploadState {
    private volatile boolean replaces;
    private volatile String previousTime = "";
    private volatile boolean stored;
    private volatile boolean manifestPossible;

    /** Records that an object with the name exists, stored at that time. */
    void replaces(String time) {
        previousTime = time;
        replaces = true;
    }

    /** Tells whether an answer describes the previous object. */
    boolean isPrevious(Reply reply) {
        return replaces && reply.header("X-Timestamp").equals(previousTime);
    }

    /** Records that the new object is stored. */
    void stored() {
        stored = true;
    }

    /** Records that the manifest is about to be stored. */
    void manifestSent() {
        manifestPossible = true;
    }

    /** Records that no manifest is stored: the service refused it, it was not found, or it is deleted. */
    void manifestAbsent() {
        manifestPossible = false;
    }

    /**
     * Requires that no object can consist of a segment, so that the segment may be removed.
     *
     * @throws ConflictException if an object does, or may
     */
    void requireUnused() {
        requireUndoable();
        if (manifestPossible) {
            throw new ConflictException("the object may consist of this segment; check the object before deleting it");
        }
    }

    /**
     * Requires that the previous object is still stored, so that the upload may be undone.
     *
     * @throws ConflictException if it has been replaced
     */
    void requireUndoable() {
        if (replaces && stored) {
            throw new ConflictException("the new object has already replaced the previous one");
        }
    }
}
