package io.kws.sdk.sweeps;

public record SweepReport(java.time.Instant at, int examined, java.util.List<SweepItem> items, java.util.Map<String, io.kws.sdk.errors.KwsException> unreachable) {
    public boolean isComplete() { throw null; }
    public java.util.List<SweepItem> items(SweepAction action, SweepOutcome outcome) { throw null; }
}
