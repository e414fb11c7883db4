package io.kws.sdk.benchmarks;

import java.util.Locale;

/** How a figure is written. */
public enum Unit {
    /** Seconds. */
    SECONDS("%.2f s"),
    /** Milliseconds. */
    MILLIS("%.0f ms"),
    /** Microseconds. */
    MICROS("%.0f µs"),
    /** Bytes, in thousands. */
    KILOBYTES("%.1f kB"),
    /** Bytes, in millions. */
    MEGABYTES("%.1f MB"),
    /** MiB per second. */
    RATE("%.0f MiB/s"),
    /** Hundredths of a whole. */
    PERCENT("%.1f %%"),
    /** Just a number. */
    COUNT("%,.0f");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    String write(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
