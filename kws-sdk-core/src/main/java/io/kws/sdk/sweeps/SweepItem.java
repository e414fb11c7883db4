package io.kws.sdk.sweeps;

/**
 * One line of a sweep's report. Immutable.
 *
 * @param target about what
 * @param action what is due
 * @param outcome what came of it
 * @param reason why; such as when it ended, or why it failed
 */
public record SweepItem(SweepTarget target, SweepAction action, SweepOutcome outcome, String reason) {
    /** {@return such as {@code DELETE DONE server "web-1" of alice on kws1: over since 2026-11-21T10:00:00Z}} */
    @Override
    public String toString() {
        return "%s %s %s: %s".formatted(action, outcome, target, reason);
    }
}
