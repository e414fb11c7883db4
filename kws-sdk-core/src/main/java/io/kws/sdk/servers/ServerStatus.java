package io.kws.sdk.servers;

import java.util.Arrays;

/** The state of a server, in the words of the Compute API ("Server concepts"). */
public enum ServerStatus {
    /** Being built; not usable yet. */
    BUILD,
    /** Running. */
    ACTIVE,
    /** Stopped. */
    SHUTOFF,
    /** Failed; {@link Server#fault} says why. */
    ERROR,
    /** Being rebooted by its operating system. */
    REBOOT,
    /** Being power-cycled. */
    HARD_REBOOT,
    /** Being made anew from an image. */
    REBUILD,
    /** Being copied to a new size. */
    RESIZE,
    /** Running in a new size that is not confirmed yet. */
    VERIFY_RESIZE,
    /** Going back to its old size. */
    REVERT_RESIZE,
    /** Its password is being changed. */
    PASSWORD,
    /** Frozen in memory. */
    PAUSED,
    /** Frozen to disk. */
    SUSPENDED,
    /** Stopped and put away as an image. */
    SHELVED,
    /** Put away as an image, its host's resources freed. */
    SHELVED_OFFLOADED,
    /** Booted from a rescue image. */
    RESCUE,
    /** Moving to another host. */
    MIGRATING,
    /** Deleted, and kept for a while before it really goes. */
    SOFT_DELETED,
    /** Deleted; about to vanish. */
    DELETED,
    /** A word that this version does not know. */
    UNKNOWN;

    /**
     * Returns the status that the service names.
     *
     * @param word the service's word
     * @return the status; {@link #UNKNOWN} for a word not known here
     */
    public static ServerStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
