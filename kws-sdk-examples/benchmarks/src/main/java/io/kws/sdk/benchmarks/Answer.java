package io.kws.sdk.benchmarks;

import java.util.HashMap;
import java.util.Map;

/**
 * What a client measured while it did a task. Immutable.
 *
 * @param values by their names: {@code nanos} it took, {@code cpu} nanoseconds of it, {@code heap} bytes at most, {@code
 *     threads} at most, {@code ended} in microseconds of the epoch, and what the task measures besides
 */
public record Answer(Map<String, Long> values) {
    /**
     * Copies the map.
     *
     * @param values by their names
     */
    public Answer {
        values = Map.copyOf(values);
    }

    static Answer parse(String line) {
        Map<String, Long> values = new HashMap<>();
        for (String pair : line.split(" ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), Long.valueOf(pair.substring(equals + 1)));
            }
        }
        return new Answer(values);
    }

    /**
     * Returns a value.
     *
     * @param name its name
     * @return the value
     */
    public long value(String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + values);
        }
        return value;
    }

    /** {@return how many seconds it took} */
    public double seconds() {
        return value("nanos") / 1e9;
    }
}
