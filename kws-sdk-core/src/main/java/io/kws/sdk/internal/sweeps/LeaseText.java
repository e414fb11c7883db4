package io.kws.sdk.internal.sweeps;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands on a node's lease. Immutable.
 *
 * @param holder who has it; empty if nobody
 * @param until until when
 * @param last when the node was swept last; empty if never
 */
record LeaseText(String holder, Instant until, Optional<Instant> last) {
    private static final String HOLDER = "sweeper";
    private static final String UNTIL = "until";
    private static final String LAST = "last-sweep";

    /** What cannot be read is as good as nothing: the worst is that two sweep at once, which does no more than one. */
    static LeaseText parse(String text) {
        Map<String, String> parts = Arrays.stream(text.split(" ", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> first));
        return new LeaseText(
                parts.getOrDefault(HOLDER, ""), time(parts, UNTIL).orElse(Instant.EPOCH), time(parts, LAST));
    }

    private static Optional<Instant> time(Map<String, String> parts, String key) {
        try {
            return Optional.ofNullable(parts.get(key)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    LeaseText heldBy(String newHolder, Instant newUntil) {
        return new LeaseText(newHolder, newUntil, last);
    }

    LeaseText sweptAt(Instant at) {
        return new LeaseText(holder, until, Optional.of(at));
    }

    LeaseText free() {
        return new LeaseText("", Instant.EPOCH, last);
    }

    boolean isHeldBy(String name) {
        return holder.equals(name);
    }

    @Override
    public String toString() {
        String held = holder.isEmpty() ? "" : "%s=%s %s=%s ".formatted(HOLDER, holder, UNTIL, until);
        return (held + last.map(at -> LAST + "=" + at).orElse("")).strip();
    }
}
