package io.kws.sdk.containers;

import io.kws.sdk.internal.checks.Require;

/**
 * Decides whether a container is restarted after its command has ended. Immutable.
 *
 * @param kind when it is restarted
 * @param maxRetries the most restarts in a row, for {@link Kind#ON_FAILURE}; 0 for any number, and for the other kinds
 */
public record RestartPolicy(Kind kind, int maxRetries) {
    private static final RestartPolicy NEVER = new RestartPolicy(Kind.NO, 0);

    /** Decides when a container is restarted. */
    public enum Kind {
        /** Never. */
        NO,
        /** After an exit code other than 0. */
        ON_FAILURE,
        /** Always, even a stopped container when its host has been restarted. */
        ALWAYS,
        /** Always, unless the container was stopped. */
        UNLESS_STOPPED
    }

    /**
     * Checks the number.
     *
     * @param kind when it is restarted
     * @param maxRetries the most restarts in a row
     * @throws io.kws.sdk.errors.InvalidRequestException if the number is negative, or given for a kind that takes none
     */
    public RestartPolicy {
        Require.atLeast("maxRetries", 0, maxRetries);
        Require.that(
                maxRetries == 0 || kind == Kind.ON_FAILURE,
                "maxRetries must be 0 unless the kind is ON_FAILURE, was %d with %s",
                maxRetries,
                kind);
    }

    /** {@return a policy without restarts} */
    public static RestartPolicy never() {
        return NEVER;
    }

    /**
     * Returns a policy that restarts after failures.
     *
     * @param maxRetries the most restarts in a row; 0 for any number
     * @return the policy
     * @throws io.kws.sdk.errors.InvalidRequestException if the number is negative
     */
    public static RestartPolicy onFailure(int maxRetries) {
        return new RestartPolicy(Kind.ON_FAILURE, maxRetries);
    }

    /** {@return a policy that always restarts} */
    public static RestartPolicy always() {
        return new RestartPolicy(Kind.ALWAYS, 0);
    }

    /** {@return a policy that always restarts, unless the container was stopped} */
    public static RestartPolicy unlessStopped() {
        return new RestartPolicy(Kind.UNLESS_STOPPED, 0);
    }
}
