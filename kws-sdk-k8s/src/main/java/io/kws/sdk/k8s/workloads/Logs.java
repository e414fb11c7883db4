package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what apps have written (v1 Pod, "log").
 *
 * @param node where
 */
public record Logs(WorkloadContext node) {
    public List<LogLine> read(String nameOrId, LogQuery query) {
        return pods(nameOrId).stream()
                .flatMap(pod -> read(pod, query))
                .sorted(Comparator.comparing(LogLine::time))
                .toList();
    }

    public LogStream follow(String nameOrId, LogQuery query) {
        JsonNode deployment = node.reader(WorkloadKind.APP).deployment(nameOrId);
        return LogFollower.of(node.client(), deployment, request -> beginning(request, query));
    }

    private List<JsonNode> pods(String nameOrId) {
        return new Pods(node).of(node.reader(WorkloadKind.APP).deployment(nameOrId));
    }

    /** A Pod that has not begun to run has written nothing, and one that has just gone cannot be asked. */
    private Stream<LogLine> read(JsonNode pod, LogQuery query) {
        try {
            return lines(Pods.name(pod), node.client().text(beginning(request(pod), query)));
        } catch (InvalidRequestException | NotFoundException e) {
            return Stream.empty();
        }
    }

    static Request request(JsonNode pod) {
        return request(Pods.namespace(pod), Pods.name(pod));
    }

    static Request request(String namespace, String pod) {
        return Request.log(namespace, pod)
                .query("container", PodManifest.CONTAINER)
                .query("timestamps", "true");
    }

    private static Request beginning(Request log, LogQuery query) {
        Request request = log.query("tailLines", String.valueOf(query.tailLines()));
        return query.since()
                .map(age -> request.query("sinceSeconds", String.valueOf(age.toSeconds())))
                .orElse(request);
    }

    /** A carriage return within a line, as progress bars write it, is the app's. */
    static Stream<LogLine> lines(String pod, String text) {
        return Stream.of(text.split("\r?\n", -1)).flatMap(line -> line(pod, line).stream());
    }

    /**
     * Reads "2021-01-01T00:00:00.123456789Z text". What bears no time is not the app's: where a machine cannot read a log,
     * because its container has just gone or is being replaced, it answers with the reason in the log's place.
     */
    static Optional<LogLine> line(String pod, String line) {
        int space = line.indexOf(' ');
        String time = space < 0 ? line : line.substring(0, space);
        try {
            return Optional.of(new LogLine(pod, Instant.parse(time), space < 0 ? "" : line.substring(space + 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
