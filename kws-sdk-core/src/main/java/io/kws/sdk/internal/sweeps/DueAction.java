package io.kws.sdk.internal.sweeps;

import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is due about a rental.
 *
 * @param action what
 * @param reason why
 */
record DueAction(SweepAction action, String reason) {
    static Optional<DueAction> of(TaggedRental thing, Sweep sweep, Instant now) {
        return switch (thing.state(now)) {
            case UNREADABLE ->
                Optional.of(new DueAction(SweepAction.REPORT, "its tags cannot be read: " + ownTags(thing)));
            case PROTECTED -> Optional.empty();
            case RUNNING -> warning(thing, sweep.warnBefore(), now);
            case OVER, STOPPED -> ending(thing, sweep.rule().policyFor(thing), now);
        };
    }

    private static String ownTags(TaggedRental thing) {
        return thing.thing().tags().entrySet().stream()
                .filter(tag -> tag.getKey().startsWith("kws."))
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Optional<DueAction> warning(TaggedRental thing, Duration before, Instant now) {
        return thing.end()
                .filter(end -> !before.isZero() && !now.isBefore(end.minus(before)))
                .filter(end -> !thing.warnedOf().equals(Optional.of(end)))
                .map(end -> new DueAction(SweepAction.WARN, "it ends at " + end));
    }

    private static Optional<DueAction> ending(TaggedRental thing, EndPolicy policy, Instant now) {
        String since = "over since " + thing.end().orElseThrow();
        return switch (policy.first()) {
            case KEEP -> Optional.empty();
            case DELETE -> Optional.of(new DueAction(SweepAction.DELETE, since));
            case STOP -> {
                Optional<Instant> stopped = thing.stoppedAt();
                if (stopped.isEmpty()) {
                    yield Optional.of(new DueAction(SweepAction.STOP, since));
                }
                yield now.isBefore(stopped.get().plus(policy.grace()))
                        ? Optional.empty()
                        : Optional.of(new DueAction(SweepAction.DELETE, since + ", stopped at " + stopped.get()));
            }
        };
    }
}
