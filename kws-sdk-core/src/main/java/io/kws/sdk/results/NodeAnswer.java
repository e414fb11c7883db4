package io.kws.sdk.results;

import io.kws.sdk.errors.KwsException;
import java.time.Instant;
import java.util.Optional;

/**
 * How one node answered a question to all. Immutable.
 *
 * @param asOf when its items were read; empty if it has not, and nothing older is known
 * @param failure why it does not answer now; empty if it has
 */
public record NodeAnswer(Optional<Instant> asOf, Optional<KwsException> failure) {
    /** {@return {@code as of 2026-11-21T10:00:00Z}, or why there is nothing newer} */
    @Override
    public String toString() {
        String age = asOf.map(time -> "as of " + time).orElse("nothing known");
        return failure.map(why -> "no answer (%s), %s".formatted(why.getMessage(), age))
                .orElse(age);
    }
}
