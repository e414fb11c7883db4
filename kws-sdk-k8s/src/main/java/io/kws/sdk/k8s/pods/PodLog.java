package io.kws.sdk.k8s.pods;

import io.kws.sdk.apps.LogLine;
import io.kws.sdk.k8s.client.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests and reads the log of a Pod's app container (v1 Pod, "log"). */
public final class PodLog {
    private PodLog() {}

    /**
     * Returns the request for a log, with the time of each line.
     *
     * @param namespace the Pod's namespace
     * @param pod the Pod's name
     * @return the request
     */
    public static Request request(String namespace, String pod) {
        return Request.log(namespace, pod).query("container", Pods.CONTAINER).query("timestamps", "true");
    }

    /**
     * Reads the lines of a log. A carriage return within a line, as progress bars write it, is part of the line.
     *
     * @param pod the Pod's name
     * @param text the log
     * @return the lines
     */
    public static Stream<LogLine> lines(String pod, String text) {
        return Stream.of(text.split("\r?\n", -1)).flatMap(line -> line(pod, line).stream());
    }

    /**
     * Reads a line such as {@code 2021-01-01T00:00:00.123456789Z text}. A line without a time is not the app's: when a
     * machine cannot read a log because its container is gone or being replaced, it answers with the reason instead.
     *
     * @param pod the Pod's name
     * @param line the line
     * @return the line; empty if it is not the app's
     */
    public static Optional<LogLine> line(String pod, String line) {
        int space = line.indexOf(' ');
        String time = space < 0 ? line : line.substring(0, space);
        try {
            return Optional.of(new LogLine(pod, Instant.parse(time), space < 0 ? "" : line.substring(space + 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
