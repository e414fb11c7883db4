package io.kws.sdk.limits;

/**
 * How much of something a project may have, and has. Immutable.
 *
 * @param kind what
 * @param max how much it may have; -1 for any number
 * @param used how much it has, with what is being made
 */
public record Limit(LimitKind kind, long max, long used) {
    /** {@return whether the project may have any number} */
    public boolean isUnlimited() {
        return max < 0;
    }

    /** {@return how much more it may have, never negative; {@link Long#MAX_VALUE} if it may have any number} */
    public long left() {
        return isUnlimited() ? Long.MAX_VALUE : Math.max(0, max - used);
    }

    /** {@return such as {@code floating IPs: 2 of 5 used}} */
    @Override
    public String toString() {
        return "%s: %d%s used".formatted(kind.label(), used, isUnlimited() ? "" : " of " + max);
    }
}
