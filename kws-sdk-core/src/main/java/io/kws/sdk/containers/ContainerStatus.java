package io.kws.sdk.containers;

import java.util.Arrays;

/** The state of a container, in the words of the Container API ("Show details of a container"). */
public enum ContainerStatus {
    /** Its image is being fetched, or it is being made. */
    CREATING,
    /** Made, and never started. */
    CREATED,
    /** Running. */
    RUNNING,
    /** Stopped, or what it ran has ended; {@link Container#exitCode} says how. */
    STOPPED,
    /** Frozen. */
    PAUSED,
    /** Being restarted, on request or by its restart policy. */
    RESTARTING,
    /** Being made anew. */
    REBUILDING,
    /** Being deleted. */
    DELETING,
    /** Gone from its host, and still on the service's list. */
    DELETED,
    /** Its host could not remove it wholly. */
    DEAD,
    /** Failed; {@link Container#reason} says why. */
    ERROR,
    /** The service does not know, or a word that this version does not know. */
    UNKNOWN;

    /**
     * Returns the status that the service names.
     *
     * @param word the service's word, such as {@code Running}
     * @return the status; {@link #UNKNOWN} for a word not known here
     */
    public static ContainerStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
