package io.kws.sdk.placement;

public record PlacementPlan(String attempt, java.util.List<NodeRoom> order, java.util.Map<String, io.kws.sdk.errors.KwsException> passedOver) {
    public boolean isFeasible() { throw null; }
    public java.util.Optional<io.kws.sdk.errors.KwsException> conflict() { throw null; }
    public java.util.Optional<NodeRoom> best() { throw null; }
}
