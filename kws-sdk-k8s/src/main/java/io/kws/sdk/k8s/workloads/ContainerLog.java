package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.LineStream;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Signal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of one run to its end. A connection that breaks while the run goes on is made anew, and begins where it
 * broke off.
 */
final class ContainerLog {
    private final ClusterClient client;
    private final ContainerRun run;
    private final Beginning beginning;
    private final Signal news = new Signal();
    private volatile boolean over;
    private volatile boolean cancelled;
    private volatile @Nullable LineStream open;
    private Instant last = Instant.MIN;

    ContainerLog(ClusterClient client, ContainerRun run, Beginning beginning) {
        this.client = client;
        this.run = run;
        this.beginning = beginning;
        this.over = !run.isRunning();
    }

    /** Where to begin. */
    @FunctionalInterface
    interface Beginning {
        /** With the first line. */
        Beginning OF_THE_LOG = request -> request;

        Request of(Request request);
    }

    boolean isOf(JsonNode pod) {
        return ObjectRemoval.uid(pod).equals(ObjectRemoval.uid(run.pod()));
    }

    /** Hears what has become of the Pod. */
    void hear(JsonNode pod) {
        boolean isStill = ContainerRun.of(pod)
                .filter(now -> now.container().equals(run.container()) && now.isRunning())
                .isPresent();
        if (!isStill) {
            hearOfEnd();
        }
    }

    void hearOfEnd() {
        over = true;
        news.raise();
    }

    void cancel() {
        cancelled = true;
        LineStream lines = open;
        if (lines != null) {
            lines.cancel();
        }
        news.raise();
    }

    /**
     * Reads to the end.
     *
     * @throws NodeUnavailableException if the connection cannot be made anew
     */
    void read(Consumer<LogLine> reader) {
        int failures = 0;
        while (!cancelled) {
            boolean isLastTime = over; // what ends later may have more to say
            Instant before = last;
            try {
                readOnce(reader);
                if (isLastTime) {
                    return;
                }
            } catch (NodeUnavailableException e) {
                if (!cancelled && failures >= client.timeouts().retries()) {
                    throw e;
                }
            } catch (InvalidRequestException | NotFoundException e) {
                return; // it has written nothing yet, or is gone
            }
            failures = last.equals(before) ? failures + 1 : 0;
            news.await(client.timeouts().pauseBefore(failures));
        }
    }

    private void readOnce(Consumer<LogLine> reader) {
        Instant from = last;
        try (LineStream lines = client.follow(request(from))) {
            open = lines;
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                Logs.line(run.podName(), line.get())
                        .filter(told -> told.time().isAfter(from))
                        .ifPresent(told -> {
                            last = told.time();
                            reader.accept(told);
                        });
            }
        } finally {
            open = null;
        }
    }

    private Optional<String> next(LineStream lines) {
        return cancelled ? Optional.empty() : lines.next();
    }

    /** The cluster counts in whole seconds, so that some lines may come again. */
    private Request request(Instant from) {
        Request request = Logs.request(run.pod()).query("follow", "true");
        return from.equals(Instant.MIN) ? beginning.of(request) : request.query("sinceTime", from.toString());
    }
}
