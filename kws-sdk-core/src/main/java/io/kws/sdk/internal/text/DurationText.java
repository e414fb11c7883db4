package io.kws.sdk.internal.text;

import java.time.Duration;

/** Says durations in the words of messages. */
public final class DurationText {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private DurationText() {}

    /**
     * Returns a duration in words, in the greatest unit in which it is a whole number.
     *
     * @param duration any duration
     * @return such as {@code 20 ms}, {@code 90 s}, {@code 5 min}, {@code 36 h} or {@code 7 days}; to the second from ten
     *     seconds on
     */
    public static String words(Duration duration) {
        if (duration.isZero()) {
            return "0 s";
        }
        boolean isShort = duration.compareTo(SHORT) < 0 && duration.compareTo(SHORT.negated()) > 0;
        if (isShort && duration.toMillisPart() != 0) {
            return duration.toMillis() + " ms";
        }
        return duration.toSeconds() == 0 ? "less than 1 ms" : ofSeconds(duration.toSeconds());
    }

    private static String ofSeconds(long seconds) {
        if (seconds % 86_400 == 0) {
            return Math.abs(seconds) == 86_400 ? seconds / 86_400 + " day" : seconds / 86_400 + " days";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
