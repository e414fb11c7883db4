package io.kws.sdk.fleet;

import io.kws.sdk.errors.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;

/**
 * How far rentals may be extended. Immutable.
 *
 * @param perExtension how much one extension may add
 * @param inTotal how long a rental may last from its start to its end
 */
public record TermCaps(Duration perExtension, Duration inTotal) {
    private static final Duration A_HUNDRED_YEARS = Duration.ofDays(36_525);

    /** No caps but the hundred years that any rental may last. */
    public static final TermCaps NONE = new TermCaps(A_HUNDRED_YEARS, A_HUNDRED_YEARS);

    /**
     * Checks both.
     *
     * @param perExtension how much one extension may add
     * @param inTotal how long a rental may last from its start to its end
     * @throws InvalidRequestException if one is not positive
     */
    public TermCaps {
        if (perExtension.isNegative() || perExtension.isZero() || inTotal.isNegative() || inTotal.isZero()) {
            throw new InvalidRequestException("caps of %s and %s are not positive".formatted(perExtension, inTotal));
        }
    }

    void check(Duration by, Instant start, Instant end) {
        if (by.isNegative() || by.isZero()) {
            throw new InvalidRequestException("an extension by " + by + " is not positive");
        }
        if (by.compareTo(perExtension) > 0) {
            throw new InvalidRequestException(
                    "an extension by %s is more than the %s allowed".formatted(by, perExtension));
        }
        Instant latest = start.plus(inTotal);
        if (end.isAfter(latest)) {
            throw new InvalidRequestException(
                    "it would end at %s; %s after its start is the latest allowed, %s".formatted(end, inTotal, latest));
        }
    }
}
