package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of the changes of a list, for as long as somebody listens and the time asked for. */
final class WatchFeed {
    private static final int USUAL_SECONDS = 1800;

    private final Cluster cluster;
    private final Asked asked;
    private final Listing.Filter filter;
    private final View view;
    private final long end;
    private final List<ObjectNode> first = new ArrayList<>();
    private long version;
    private boolean ended;

    WatchFeed(Cluster cluster, Asked asked) {
        this.cluster = cluster;
        this.asked = asked;
        this.filter = new Listing.Filter(asked);
        this.view = asked.view();
        this.end = System.nanoTime()
                + Duration.ofSeconds(asked.number("timeoutSeconds", USUAL_SECONDS))
                        .toNanos();
        begin(asked.query("resourceVersion"));
    }

    /** Without a version to begin at, what is there is told of as if it were new. */
    private void begin(String from) {
        Store store = cluster.store();
        if (from.isEmpty() || from.equals("0")) {
            version = store.version();
            store.list(asked.target().kind(), asked.target().namespace()).stream()
                    .filter(filter::matches)
                    .forEach(object -> first.add(event("ADDED", object)));
            return;
        }
        if (!from.matches("\\d{1,18}")) {
            throw ApiError.badRequest("Invalid value: \"" + from + "\": strconv.ParseUint: parsing: invalid syntax");
        }
        version = Long.parseLong(from);
        tooOld().ifPresent(first::add);
    }

    /** Tells that changes after the version are forgotten, with which the watch ends. */
    private Optional<ObjectNode> tooOld() {
        long forgotten = cluster.store().forgotten();
        if (version >= forgotten) {
            return Optional.empty();
        }
        ended = true;
        String message = "too old resource version: %d (%d)".formatted(version, forgotten + 1);
        return Optional.of(told("ERROR", ApiError.of(410, message).status()));
    }

    Answer answer() {
        return Answer.stream(
                200, "application/json", new Answer.Content(Answer.Content.UNKNOWN, () -> new Feed(this::next)));
    }

    /** Waits for what there is to tell next; nothing for the end. */
    private Optional<byte[]> next() throws InterruptedException {
        if (!first.isEmpty()) {
            byte[] all = lines(first);
            first.clear();
            return Optional.of(all);
        }
        if (ended) {
            return Optional.empty();
        }
        Optional<List<ObjectNode>> events =
                cluster.site().await(this::news, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        if (events.isEmpty()) {
            ended = true;
            return asked.isTrue("allowWatchBookmarks") ? Optional.of(lines(List.of(bookmark()))) : Optional.empty();
        }
        return events.map(WatchFeed::lines);
    }

    private Optional<List<ObjectNode>> news() {
        List<ObjectNode> events = new ArrayList<>();
        tooOld().ifPresent(events::add);
        for (Store.Change change : cluster.store().since(version)) {
            version = change.version();
            if (change.kind() == asked.target().kind()) {
                event(change).ifPresent(events::add);
            }
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(events);
    }

    /** What begins to be selected is new to the listener, and what is so no more is gone. */
    private Optional<ObjectNode> event(Store.Change change) {
        ObjectNode former = change.before();
        boolean was = former != null && filter.matches(former);
        boolean is = !change.isGone() && filter.matches(change.object());
        if (!was && !is) {
            return Optional.empty();
        }
        return Optional.of(event(was ? is ? "MODIFIED" : "DELETED" : "ADDED", change.object()));
    }

    private ObjectNode event(String type, ObjectNode object) {
        return told(type, view.show(object));
    }

    private static ObjectNode told(String type, ObjectNode object) {
        ObjectNode event = Json.object().put("type", type);
        event.set("object", object);
        return event;
    }

    private ObjectNode bookmark() {
        ObjectNode object = Json.object()
                .put("kind", asked.target().kind().word())
                .put("apiVersion", asked.target().kind().apiVersion());
        object.putObject("metadata").put("resourceVersion", String.valueOf(version));
        return told("BOOKMARK", object);
    }

    private static byte[] lines(List<ObjectNode> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
