package io.kws.sdk.limits;

import java.util.OptionalLong;

/** A limit of a project, and its usage. Immutable. */
public interface Limit {
    /** {@return the limited resource} */
    LimitKind kind();

    /** {@return the most the project may have; empty if there is no limit} */
    OptionalLong max();

    /** {@return the amount in use, including what is being created} */
    long used();

    /** {@return whether there is no limit} */
    default boolean isUnlimited() {
        return max().isEmpty();
    }

    /** {@return the amount left, never negative; {@link Long#MAX_VALUE} if there is no limit} */
    default long left() {
        return max().isEmpty() ? Long.MAX_VALUE : Math.max(0, max().getAsLong() - used());
    }
}
