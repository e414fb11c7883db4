package io.kws.sdk.rentals;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.util.Objects;

/**
 * The caps of extensions of rentals. Immutable.
 *
 * @param perExtension how much one extension may add
 * @param inTotal how long a rental may last from its start to its end
 */
public record TermCaps(Duration perExtension, Duration inTotal) {
    private static final Duration A_HUNDRED_YEARS = Duration.ofDays(36_525);

    /** No caps, except the limit of 100 years for all rentals. */
    public static final TermCaps NONE = new TermCaps(A_HUNDRED_YEARS, A_HUNDRED_YEARS);

    /**
     * Checks both.
     *
     * @param perExtension how much one extension may add
     * @param inTotal how long a rental may last from its start to its end
     * @throws InvalidRequestException if one is not positive, or more than a hundred years
     */
    public TermCaps {
        Objects.requireNonNull(perExtension, "perExtension");
        Objects.requireNonNull(inTotal, "inTotal");
        if (perExtension.compareTo(A_HUNDRED_YEARS) > 0 || inTotal.compareTo(A_HUNDRED_YEARS) > 0) {
            throw new InvalidRequestException("caps must be at most 100 years; use TermCaps.NONE for no caps");
        }
        if (perExtension.isNegative() || perExtension.isZero() || inTotal.isNegative() || inTotal.isZero()) {
            throw new InvalidRequestException("caps must be positive, were %s and %s"
                    .formatted(DurationText.words(perExtension), DurationText.words(inTotal)));
        }
    }

    /** {@return such as {@code 7 days an extension, 30 days in total}} */
    @Override
    public String toString() {
        return "%s an extension, %s in total".formatted(DurationText.words(perExtension), DurationText.words(inTotal));
    }
}
