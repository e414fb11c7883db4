package io.kws.sdk.limits;

public interface Limit {
    default boolean isUnlimited() { throw null; }
    default long left() { throw null; }
    LimitKind kind();
    java.util.OptionalLong max();
    long used();
}
