package io.kws.sdk.apps;

import io.kws.sdk.errors.InvalidRequestException;
import java.time.Duration;
import java.util.Optional;

/** Selects a part of the logs. Immutable.
 *
 * @param tailLines the number of last lines of each replica, 1 to 100,000
 * @param since the maximum age of a line; empty for no limit
 */
public record LogQuery(int tailLines, Optional<Duration> since) {
    private static final int MOST_LINES = 100_000;

    /**
     * Checks the values.
     *
     * @param tailLines the number of lines of each replica
     * @param since the maximum age of a line
     * @throws InvalidRequestException if the number of lines is out of its limits, or the duration is shorter than a
     *     second
     */
    public LogQuery {
        if (tailLines < 1 || tailLines > MOST_LINES) {
            throw new InvalidRequestException(tailLines + " lines: it must be 1 to " + MOST_LINES);
        }
        if (since.filter(age -> age.compareTo(Duration.ofSeconds(1)) < 0).isPresent()) {
            throw new InvalidRequestException("since must be at least a second");
        }
    }

    /**
     * Returns the last lines.
     *
     * @param lines the number of lines of each replica
     * @return the query
     */
    public static LogQuery tail(int lines) {
        return new LogQuery(lines, Optional.empty());
    }

    /**
     * Returns a query for lines up to an age, in whole seconds; at most 100,000 lines of each replica.
     *
     * @param age the maximum age
     * @return the query
     */
    public static LogQuery since(Duration age) {
        return new LogQuery(MOST_LINES, Optional.of(age));
    }
}
