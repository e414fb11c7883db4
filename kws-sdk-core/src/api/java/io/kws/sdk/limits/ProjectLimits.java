package io.kws.sdk.limits;

public record ProjectLimits(java.util.List<Limit> all) {
    public Limit get(LimitKind kind) { throw null; }
    public java.util.Optional<Limit> find(LimitKind kind) { throw null; }
}
