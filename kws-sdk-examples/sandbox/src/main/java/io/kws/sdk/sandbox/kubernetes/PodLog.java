package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.http.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a container has written, and if asked for, what it goes on to write. */
final class PodLog {
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final String TYPE = "text/plain";

    private final Cluster cluster;
    private final Asked asked;
    private final Container container;
    private final int restarts;
    private int told;
    private boolean begun;

    PodLog(Cluster cluster, Asked asked, Container container) {
        this.cluster = cluster;
        this.asked = asked;
        this.container = container;
        this.restarts = container.restarts();
    }

    Answer answer() {
        if (asked.isTrue("previous")) {
            List<Container.LogLine> former = container
                    .formerLines()
                    .orElseThrow(
                            () -> ApiError.badRequest("previous terminated container \"%s\" in pod \"%s\" not found"
                                    .formatted(container.name(), asked.target().name())));
            return Answer.text(200, TYPE, write(selected(former)));
        }
        if (asked.isTrue("follow")) {
            return Answer.stream(200, TYPE, new Answer.Content(Answer.Content.UNKNOWN, () -> new Feed(this::next)));
        }
        return Answer.text(200, TYPE, write(selected(lines())));
    }

    private List<Container.LogLine> lines() {
        return container.lines(cluster.site().agenda().now());
    }

    private List<Container.LogLine> selected(List<Container.LogLine> lines) {
        int seconds = asked.number("sinceSeconds", 0);
        Instant first = asked.query("sinceTime").isEmpty()
                ? seconds == 0 ? Instant.MIN : cluster.site().agenda().now().minusSeconds(seconds)
                : Instant.parse(asked.query("sinceTime"));
        List<Container.LogLine> young =
                lines.stream().filter(line -> !line.time().isBefore(first)).toList();
        int tail = asked.number("tailLines", young.size());
        return young.subList(Math.max(0, young.size() - tail), young.size());
    }

    private String write(List<Container.LogLine> lines) {
        boolean isTimed = asked.isTrue("timestamps");
        return lines.stream()
                .map(line -> (isTimed ? line.time() + " " : "") + line.text() + "\n")
                .collect(Collectors.joining());
    }

    private Optional<byte[]> next() throws InterruptedException {
        return cluster.site()
                .await(this::news, LONGEST)
                .filter(text -> !text.isEmpty())
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Further lines; an empty text for the end; nothing for neither. */
    private Optional<String> news() {
        List<Container.LogLine> lines = lines();
        List<Container.LogLine> fresh =
                begun ? lines.subList(Math.min(told, lines.size()), lines.size()) : selected(lines);
        begun = true;
        told = lines.size();
        boolean isOver = !container.isRunning() || container.restarts() != restarts || isGone();
        return fresh.isEmpty() && !isOver ? Optional.empty() : Optional.of(write(fresh));
    }

    private boolean isGone() {
        return cluster.store()
                .find(Kind.PODS, asked.target().namespace(), asked.target().name())
                .filter(pod -> Meta.uid(pod).equals(container.podUid()))
                .isEmpty();
    }
}
