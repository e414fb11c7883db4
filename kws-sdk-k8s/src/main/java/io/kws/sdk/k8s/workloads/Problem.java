package io.kws.sdk.k8s.workloads;

import java.time.Duration;

/**
 * What keeps an app's Pods from serving.
 *
 * @param kind what
 * @param object the Pod that shows it, or the claim of storage; empty if there is none yet
 * @param message the cluster's own words
 */
record Problem(Kind kind, String object, String message) {
    private static final Duration ENDLESS = Duration.ofDays(3650);

    /** What keeps Pods from serving, the most telling first. */
    enum Kind {
        /** The image's name is none. */
        IMAGE_NAME,
        /** The app ends again and again. */
        CRASH,
        /** The image cannot be pulled. */
        IMAGE,
        /** The container cannot be made. */
        CONTAINER,
        /** A quota forbids more Pods. */
        QUOTA,
        /** The cluster refuses the Pods for another reason. */
        REFUSED,
        /** The storage is not there. */
        VOLUME,
        /** No machine has room. */
        ROOM,
        /** The app runs, but its health check fails. */
        HEALTH,
        /** The Pod is being set up. */
        STARTING
    }

    /** How long it may last before the app is given up: what passes by itself often is waited out. */
    Duration patience() {
        return switch (kind) {
            case IMAGE_NAME, CRASH -> Duration.ZERO;
            case QUOTA, REFUSED -> Duration.ofSeconds(5);
            case ROOM, CONTAINER -> Duration.ofSeconds(10);
            case VOLUME -> Duration.ofSeconds(30);
            case IMAGE -> Duration.ofSeconds(isImageRefused() ? 20 : 60); // the cluster tries again after some 10 s
            case HEALTH, STARTING -> ENDLESS;
        };
    }

    /** Tells whether it speaks against the app at all, rather than says what it waits for. */
    boolean isSerious() {
        return patience().compareTo(ENDLESS) < 0;
    }

    /** Tells whether the registry has answered that it does not give out the image. */
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

    /** Tells whether the registry does not say which, so that nobody learns what private images there are. */
    boolean isImageForbiddenOrMissing() {
        return message.contains("does not exist or may require");
    }

    /** Tells whether the words say why, rather than that the cluster is about to try again. */
    boolean isTelling() {
        return !message.isEmpty() && !message.startsWith("Back-off");
    }
}
