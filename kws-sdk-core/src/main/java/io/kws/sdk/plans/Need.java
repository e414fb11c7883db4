package io.kws.sdk.plans;

import io.kws.sdk.limits.Limit;

/**
 * The amount a use case requires of a limit. Immutable.
 *
 * @param limit the project's limit and its usage
 * @param amount the additional amount required
 */
public record Need(Limit limit, long amount) {
    /** {@return whether the amount is left} */
    public boolean fits() {
        return amount <= limit.left();
    }

    /** {@return one line, such as {@code floating IPs: 2 of 5 used, 1 needed}} */
    @Override
    public String toString() {
        return limit + ", " + amount + " needed";
    }
}
