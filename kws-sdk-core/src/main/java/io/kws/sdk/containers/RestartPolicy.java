package io.kws.sdk.containers;

import io.kws.sdk.errors.InvalidRequestException;

/**
 * What happens when that which a container runs ends by itself. Immutable.
 *
 * @param kind when it is started again
 * @param maxRetries how often in a row, for {@link Kind#ON_FAILURE}; 0 for any number, and for the other kinds
 */
public record RestartPolicy(Kind kind, int maxRetries) {
    private static final RestartPolicy NEVER = new RestartPolicy(Kind.NO, 0);

    /** When a container is started again. */
    public enum Kind {
        /** Never. */
        NO,
        /** When it ended with another exit code than 0. */
        ON_FAILURE,
        /** Always, also after a stop once its host has been started anew. */
        ALWAYS,
        /** Always, unless it was stopped. */
        UNLESS_STOPPED
    }

    /**
     * Checks the number.
     *
     * @param kind when it is started again
     * @param maxRetries how often in a row
     * @throws InvalidRequestException if the number is negative, or given for a kind that takes none
     */
    public RestartPolicy {
        if (maxRetries < 0) {
            throw new InvalidRequestException("a container cannot be restarted " + maxRetries + " times");
        }
        if (maxRetries > 0 && kind != Kind.ON_FAILURE) {
            throw new InvalidRequestException("a number of restarts goes with ON_FAILURE only, not with " + kind);
        }
    }

    /** {@return no restart} */
    public static RestartPolicy never() {
        return NEVER;
    }

    /**
     * Returns a restart after failures.
     *
     * @param maxRetries how often in a row; 0 for any number
     * @return the policy
     * @throws InvalidRequestException if the number is negative
     */
    public static RestartPolicy onFailure(int maxRetries) {
        return new RestartPolicy(Kind.ON_FAILURE, maxRetries);
    }

    /** {@return a restart in any case} */
    public static RestartPolicy always() {
        return new RestartPolicy(Kind.ALWAYS, 0);
    }

    /** {@return a restart in any case but after a stop} */
    public static RestartPolicy unlessStopped() {
        return new RestartPolicy(Kind.UNLESS_STOPPED, 0);
    }
}
