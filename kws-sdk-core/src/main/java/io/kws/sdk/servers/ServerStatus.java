package io.kws.sdk.servers;

import java.util.Arrays;

/** The status of a server, as the Compute API names it ("Server concepts"). */
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
    /** Being rebuilt from an image. */
    REBUILD,
    /** Being resized. */
    RESIZE,
    /** Running with a new flavor that is not confirmed yet. */
    VERIFY_RESIZE,
    /** Going back to its old flavor. */
    REVERT_RESIZE,
    /** Its password is being changed. */
    PASSWORD,
    /** Paused in memory. */
    PAUSED,
    /** Suspended to disk. */
    SUSPENDED,
    /** Stopped and stored as an image. */
    SHELVED,
    /** Stored as an image, with its host's resources freed. */
    SHELVED_OFFLOADED,
    /** Booted from a rescue image. */
    RESCUE,
    /** Moving to another host. */
    MIGRATING,
    /** Deleted, but restorable for a while. */
    SOFT_DELETED,
    /** Deleted permanently. */
    DELETED,
    /** A status that this version does not know. */
    UNKNOWN;

    /**
     * Returns the status for a name used by the service.
     *
     * @param word the service's name for it
     * @return the status; {@link #UNKNOWN} for an unknown name
     */
    public static ServerStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
