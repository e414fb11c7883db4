package io.kws.sdk.apps;

/** The condition for a deployed app to count as ready. Immutable. */
public sealed interface AppReadiness {
    /**
     * Returns the condition that all replicas are available: each answers its health path or, without one, accepts
     * connections on its port, from within the cluster.
     *
     * @return the readiness
     */
    static AppReadiness available() {
        return new Available();
    }

    /**
     * Returns the condition that all replicas are available and the app's URL answers this machine five times in a row
     * with any status below 500 except 404. Hosts below {@code localhost} resolve to this machine (RFC 6761), unlike in
     * Java's own HTTP client.
     *
     * @return the readiness
     */
    static AppReadiness url() {
        return new UrlAnswers("/");
    }

    /**
     * Returns the condition that all replicas are available and a path below the app's URL answers likewise.
     *
     * @param path such as {@code /login}
     * @return the readiness
     * @throws io.kws.sdk.errors.InvalidRequestException if the path is invalid
     */
    static AppReadiness url(String path) {
        return new UrlAnswers(path);
    }

    /** All replicas are available. */
    record Available() implements AppReadiness {}

    /**
     * The app's URL answers.
     *
     * @param path the requested path
     */
    record UrlAnswers(String path) implements AppReadiness {
        /**
         * Checks the path.
         *
         * @param path the requested path
         * @throws io.kws.sdk.errors.InvalidRequestException if the path is invalid
         */
        public UrlAnswers {
            WorkloadChecks.checkPath("path of the URL", path);
        }
    }
}
