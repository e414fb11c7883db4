package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a copy of a list up to date: reads it, then receives each change (Kubernetes API Concepts, "Efficient detection of
 * changes"). A stream that ends or breaks is continued where it ended; if the cluster has forgotten that version (410), the
 * list is read again. Pauses after failures, longer each time. Must be closed.
 */
public final class Watch implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_DOUBLINGS = 20;
    private static final String STREAM_SECONDS = "60";
    private static final Duration SILENCE = Duration.ofSeconds(75);
    private static final Duration SOUND = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ClusterClient client;
    private final Request request;
    private final Runnable news;
    private final Refusal refusal;
    private final Signal closing = new Signal();
    private final Map<String, JsonNode> objects = new LinkedHashMap<>();
    private String version = "";
    private boolean isRefused;
    private boolean read;
    private boolean closed;
    private @Nullable KwsException failure;
    private @Nullable LineStream stream;

    /** What a refusal by the cluster does to a watch. */
    enum Refusal {
        /** {@link #current} throws it from then on. */
        ENDS_IT,
        /** The watch tries again after a pause, which is doubled each time. */
        PAUSES_IT
    }

    Watch(ClusterClient client, Request request, Runnable news, Refusal refusal) {
        this.client = client;
        this.request = request;
        this.news = news;
        this.refusal = refusal;
    }

    /**
     * Returns the current objects.
     *
     * @return the objects; empty until they have been read for the first time
     * @throws KwsException if they cannot be watched
     */
    public synchronized Optional<List<JsonNode>> current() {
        if (failure != null) {
            throw failure;
        }
        return read ? Optional.of(List.copyOf(objects.values())) : Optional.empty();
    }

    @Override
    public void run() {
        int failures = 0;
        while (!isClosed()) {
            long begun = System.nanoTime();
            boolean sound = watchOnce() || System.nanoTime() - begun > SOUND.toNanos();
            failures = sound && !isRefused ? 0 : failures + 1;
            if (failures > 0 && !isClosed()) {
                closing.await(
                        isRefused
                                ? pauseAfterRefusal(failures)
                                : client.timeouts().pauseBefore(failures));
            }
        }
    }

    /** A refusal lasts until a person changes something, so the pauses are long. */
    private Duration pauseAfterRefusal(int failures) {
        Duration pause = client.timeouts().firstPause().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Returns whether it heard anything. */
    private boolean watchOnce() {
        isRefused = false;
        try {
            if (version.isEmpty()) {
                readList();
            }
            return hearChanges();
        } catch (NodeUnavailableException e) {
            LOG.debug("{}: the watch {} was cut", client.node(), request, e);
        } catch (ServiceFailureException e) {
            LOG.debug("{}: the watch {} begins anew", client.node(), request, e);
            version = "";
        } catch (CancelledException e) {
            fail(e);
        } catch (KwsException e) {
            refused(e);
        }
        return false;
    }

    private void readList() {
        Pages.Page page = client.page(request);
        synchronized (this) {
            objects.clear();
            page.items().forEach(this::put);
            read = true;
        }
        version = page.version();
        news.run();
    }

    private boolean hearChanges() {
        boolean heard = false;
        try (LineStream lines = open()) {
            while (!isClosed()) {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    return heard;
                }
                hear(line.get());
                heard = true;
            }
            return heard;
        } catch (NodeUnavailableException e) {
            if (heard) {
                return true;
            }
            throw e;
        }
    }

    private LineStream open() {
        LineStream lines = client.open(
                request.query("watch", "true")
                        .query("allowWatchBookmarks", "true")
                        .query("timeoutSeconds", STREAM_SECONDS)
                        .query("resourceVersion", version),
                SILENCE);
        synchronized (this) {
            stream = lines;
        }
        return lines;
    }

    private void hear(String line) {
        JsonNode event = Json.parse(line)
                .orElseThrow(() -> new NodeUnavailableException("an event of " + request + " was cut short"));
        JsonNode object = event.path("object");
        switch (event.path("type").asText()) {
            case "ADDED", "MODIFIED" -> change(() -> put(object));
            case "DELETED" -> change(() -> objects.remove(uid(object)));
            case "ERROR" ->
                throw new ServiceFailureException(object.path("message").asText("the watch failed"));
            default -> {} // a bookmark, or what only newer clusters tell
        }
        version = object.path("metadata").path("resourceVersion").asText(version);
    }

    private void change(Runnable change) {
        synchronized (this) {
            change.run();
        }
        news.run();
    }

    private void put(JsonNode object) {
        objects.put(uid(object), object);
    }

    private static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    private void refused(KwsException e) {
        if (refusal == Refusal.ENDS_IT) {
            fail(e);
        } else {
            LOG.debug("{}: the watch {} is refused", client.node(), request, e);
            isRefused = true;
            version = "";
        }
    }

    private void fail(KwsException e) {
        synchronized (this) {
            failure = e;
            closed = true;
        }
        news.run();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        LineStream open;
        synchronized (this) {
            closed = true;
            open = stream;
        }
        closing.raise();
        if (open != null) {
            open.cancel();
        }
    }
}
