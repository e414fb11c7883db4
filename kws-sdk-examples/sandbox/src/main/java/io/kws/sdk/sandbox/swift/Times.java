package io.kws.sdk.sandbox.swift;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times in the three ways that Swift writes them. */
final class Times {
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Rounds up to the next second, as Swift does. */
    static String http(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return HTTP.format(second.equals(time) ? second : second.plusSeconds(1));
    }

    static String stamp(Instant time) {
        return "%d.%05d".formatted(time.getEpochSecond(), time.getNano() / 10_000);
    }
}
