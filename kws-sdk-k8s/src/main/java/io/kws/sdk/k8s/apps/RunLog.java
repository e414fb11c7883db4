package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.k8s.transport.Lines;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.k8s.transport.Signal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of one run to its end. A connection that breaks while the run goes on is made anew, and begins where it
 * broke off.
 */
final class RunLog {
    private final Gate gate;
    private final LogRun run;
    private final Beginning beginning;
    private final Signal news = new Signal();
    private volatile boolean over;
    private volatile boolean cancelled;
    private volatile @Nullable Lines open;
    private Instant last = Instant.MIN;

    RunLog(Gate gate, LogRun run, Beginning beginning) {
        this.gate = gate;
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
        return Removal.uid(pod).equals(Removal.uid(run.pod()));
    }

    /** Hears what has become of the Pod. */
    void hear(JsonNode pod) {
        boolean isStill = LogRun.of(pod)
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
        Lines lines = open;
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
                if (!cancelled && failures >= gate.timeouts().retries()) {
                    throw e;
                }
            } catch (InvalidRequestException | NotFoundException e) {
                return; // it has written nothing yet, or is gone
            }
            failures = last.equals(before) ? failures + 1 : 0;
            news.await(gate.timeouts().pauseBefore(failures));
        }
    }

    private void readOnce(Consumer<LogLine> reader) {
        Instant from = last;
        try (Lines lines = gate.follow(request(from))) {
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

    private Optional<String> next(Lines lines) {
        return cancelled ? Optional.empty() : lines.next();
    }

    /** The cluster counts in whole seconds, so that some lines may come again. */
    private Request request(Instant from) {
        Request request = Logs.request(run.pod()).query("follow", "true");
        return from.equals(Instant.MIN) ? beginning.of(request) : request.query("sinceTime", from.toString());
    }
}
