package io.kws.sdk.internal.checks;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.util.regex.Pattern;

/** Checks values against their limits. Each error names the field, the limit and the value. */
public final class Require {
    private static final int SHOWN = 100;

    private Require() {}

    /** Fails unless a condition holds. The message is a format. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not on our class path
    public static void that(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new InvalidRequestException(message.formatted(values));
        }
    }

    /** Fails unless a number is large enough, as in "replicas must be at least 1, was 0". */
    public static void atLeast(String field, long least, long value) {
        that(value >= least, "%s must be at least %d, was %d", field, least, value);
    }

    /** Fails unless a size is large enough, as in "volume size must be at least 1 GiB, was -1". */
    public static void atLeast(String field, long least, String unit, long value) {
        that(value >= least, "%s must be at least %d %s, was %d", field, least, unit, value);
    }

    /** Fails unless a number is within a range, as in "port must be 1 to 65535, was 0". */
    public static void range(String field, long least, long most, long value) {
        that(value >= least && value <= most, "%s must be %d to %d, was %d", field, least, most, value);
    }

    /** Fails unless a duration is positive, as in "time limit must be positive, was -1 s". */
    public static void positive(String field, Duration value) {
        that(isPositive(value), "%s must be positive, was %s", field, DurationText.words(value));
    }

    /** Fails if a text is blank. */
    public static void filled(String field, String value) {
        that(!value.isBlank(), "%s must not be blank, was %s", field, shown(value));
    }

    /** Fails unless a text is not blank and at most so long. */
    public static void length(String field, int most, String value) {
        that(
                !value.isBlank() && value.length() <= most,
                "%s must have 1 to %d characters, was %s",
                field,
                most,
                shown(value));
    }

    /** Fails if a text is too long; it may be empty, and is not shown. */
    public static void atMost(String field, int most, String value) {
        that(value.length() <= most, "%s must have at most %d characters, has %d", field, most, value.length());
    }

    /** Fails unless a text matches, as in {@code user must be a Linux user name, was "a b"}. */
    public static void matches(String field, Pattern pattern, String limit, String value) {
        that(pattern.matcher(value).matches(), "%s must be %s, was %s", field, limit, shown(value));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static String shown(String value) {
        return value.length() <= SHOWN
                ? "\"" + value + "\""
                : "\"%s…\" (%d characters)".formatted(value.substring(0, SHOWN), value.length());
    }
}
