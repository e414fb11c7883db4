package io.kws.sdk.sweeps;

public record SweepItem(SweepTarget target, SweepAction action, SweepOutcome outcome, String reason) {
}
