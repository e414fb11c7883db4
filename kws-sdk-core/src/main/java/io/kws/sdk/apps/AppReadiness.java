package io.kws.sdk.apps;

/** What must be the case before a deployed app is handed over. Immutable. */
public sealed interface AppReadiness {
    /**
     * Returns all replicas are available: each answers its health path, or without one takes connections on its port, to
     * the cluster.
     *
     * @return the readiness
     */
    static AppReadiness available() {
        return new Available();
    }

    /**
     * Returns available, and the app's URL answers with any status below 500 but 404, asked from here five times in a row.
     * Hosts below {@code localhost} are taken for this machine (RFC 6761), which Java's own HTTP client does not do.
     *
     * @return the readiness
     */
    static AppReadiness url() {
        return new UrlAnswers("/");
    }

    /**
     * Returns available, and a path below the app's URL answers likewise.
     *
     * @param path such as {@code /login}
     * @return the readiness
     * @throws io.kws.sdk.errors.InvalidRequestException if that is no path
     */
    static AppReadiness url(String path) {
        return new UrlAnswers(path);
    }

    /** All replicas are available. */
    record Available() implements AppReadiness {}

    /**
     * The app's URL answers.
     *
     * @param path the path asked for
     */
    record UrlAnswers(String path) implements AppReadiness {
        /**
         * Checks the path.
         *
         * @param path the path asked for
         * @throws io.kws.sdk.errors.InvalidRequestException if that is no path
         */
        public UrlAnswers {
            WorkloadChecks.checkPath("path of the URL", path);
        }
    }
}
