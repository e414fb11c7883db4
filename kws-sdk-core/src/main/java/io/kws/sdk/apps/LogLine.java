package io.kws.sdk.apps;

import java.time.Instant;

/**
 * A line that an app wrote to its standard output or error. Immutable.
 *
 * @param replica the name of the Pod
 * @param time when it was written, by the clock of the Pod's machine
 * @param text the line without its end
 */
public record LogLine(String replica, Instant time, String text) {
    /** {@return the time, the replica and the text} */
    @Override
    public String toString() {
        return time + " " + replica + ": " + text;
    }
}
