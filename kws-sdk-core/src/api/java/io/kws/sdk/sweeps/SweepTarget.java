package io.kws.sdk.sweeps;

public record SweepTarget(String node, io.kws.sdk.receipts.ResourceKind kind, String id, String name, String rental, String owner) {
}
