package io.kws.sdk.limits;

public record Limit(LimitKind kind, long max, long used) {
    public boolean isUnlimited() { throw null; }
    public long left() { throw null; }
}
