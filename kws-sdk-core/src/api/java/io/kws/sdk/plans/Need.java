package io.kws.sdk.plans;

public record Need(io.kws.sdk.limits.Limit limit, long amount) {
    public boolean fits() { throw null; }
}
