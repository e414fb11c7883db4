package io.kws.sdk.k8s.pods;

import java.time.Duration;

/**
 * A reason why an app's Pods do not serve. Immutable.
 *
 * @param kind the kind of reason
 * @param object the name of the Pod, or of the claim of storage; empty if there is none yet
 * @param message the cluster's own words
 */
public record Problem(Kind kind, String object, String message) {
    private static final Duration UNLIMITED = Duration.ofDays(3650);

    /** The kinds of reasons, the most specific first. */
    public enum Kind {
        /** The image's name is malformed. */
        IMAGE_NAME,
        /** The app exits again and again. */
        CRASH,
        /** The image cannot be pulled. */
        IMAGE,
        /** The container cannot be created. */
        CONTAINER,
        /** A quota forbids more Pods. */
        QUOTA,
        /** The cluster rejects the Pods for another reason. */
        REFUSED,
        /** The storage is not available. */
        VOLUME,
        /** No machine has enough free capacity. */
        ROOM,
        /** The app runs, but its health check fails. */
        HEALTH,
        /** The Pod is starting. */
        STARTING
    }

    /** Returns how long it may last before the rollout fails: some problems often pass by themselves. */
    Duration patience() {
        return switch (kind) {
            case IMAGE_NAME, CRASH -> Duration.ZERO;
            case QUOTA, REFUSED -> Duration.ofSeconds(5);
            case ROOM, CONTAINER -> Duration.ofSeconds(10);
            case VOLUME -> Duration.ofSeconds(30);
            case IMAGE -> Duration.ofSeconds(isImageRefused() ? 20 : 60); // the cluster tries again after about 10 s
            case HEALTH, STARTING -> UNLIMITED;
        };
    }

    /** {@return whether it may be a failure of the app, rather than a normal stage of its start} */
    public boolean isSerious() {
        return patience().compareTo(UNLIMITED) < 0;
    }

    /** Returns whether the registry has refused to hand out the image. */
    boolean isImageRefused() {
        return isImageMissing() || isImageForbidden();
    }

    boolean isImageMissing() {
        return message.contains("not found") || message.contains("manifest unknown");
    }

    boolean isImageForbidden() {
        return message.contains("denied")
                || message.contains("unauthorized")
                || message.contains("401 Unauthorized")
                || message.contains("403 Forbidden")
                || message.contains("authorization");
    }

    /** Returns whether the registry does not say which, so that the names of private images stay secret. */
    boolean isImageForbiddenOrMissing() {
        return message.contains("does not exist or may require");
    }

    /** Returns whether the message gives the cause, rather than announces another attempt. */
    boolean isSpecific() {
        return !message.isEmpty() && !message.startsWith("Back-off");
    }
}
