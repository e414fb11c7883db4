package io.kws.sdk.plans;

import io.kws.sdk.limits.Limit;

/**
 * How much of a limit something takes. Immutable.
 *
 * @param limit what the project may have, and has
 * @param amount how much more it needs
 */
public record Need(Limit limit, long amount) {
    /** {@return whether so much is left} */
    public boolean fits() {
        return amount <= limit.left();
    }

    /** {@return such as {@code floating IPs: 2 of 5 used, 1 needed}} */
    @Override
    public String toString() {
        return limit + ", " + amount + " needed";
    }
}
