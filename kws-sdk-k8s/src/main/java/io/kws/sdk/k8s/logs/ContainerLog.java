package io.kws.sdk.k8s.logs;

import io.kws.sdk.apps.LogLine;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.LineStream;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Signal;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.pods.ContainerRun;
import io.kws.sdk.k8s.pods.PodLog;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of one run to its end. If the connection breaks while the run continues, it is opened again and continues
 * where it broke off. Thread-safe.
 */
final class ContainerLog {
    private final ObjectClient objects;
    private final ContainerRun run;
    private final Start start;
    private final Signal changed = new Signal();
    private volatile boolean over;
    private volatile boolean cancelled;
    private volatile @Nullable LineStream open;
    private Instant last = Instant.MIN;

    ContainerLog(ObjectClient objects, ContainerRun run, Start start) {
        this.objects = objects;
        this.run = run;
        this.start = start;
        this.over = !run.isRunning();
    }

    /** Limits a log to the lines to begin with. */
    @FunctionalInterface
    interface Start {
        /** Begins with the first line. */
        Start FIRST_LINE = request -> request;

        Request of(Request request);
    }

    boolean isOf(KubeObject pod) {
        return run.pod().isSame(pod);
    }

    /** Learns the present state of the Pod. */
    void update(KubeObject pod) {
        boolean isRunning = ContainerRun.of(pod)
                .filter(now -> now.containerId().equals(run.containerId()) && now.isRunning())
                .isPresent();
        if (!isRunning) {
            end();
        }
    }

    /** Learns that the run has ended. */
    void end() {
        over = true;
        changed.raise();
    }

    void cancel() {
        cancelled = true;
        LineStream lines = open;
        if (lines != null) {
            lines.cancel();
        }
        changed.raise();
    }

    /**
     * Reads to the end.
     *
     * @throws NodeUnavailableException if the connection cannot be opened again
     */
    void read(Consumer<LogLine> reader) {
        int failures = 0;
        while (!cancelled) {
            boolean isLastPass = over; // a run that ends later may still write
            Instant before = last;
            try {
                readOnce(reader);
                if (isLastPass) {
                    return;
                }
            } catch (NodeUnavailableException e) {
                if (!cancelled && failures >= objects.client().timeouts().retries()) {
                    throw e;
                }
            } catch (InvalidRequestException | NotFoundException e) {
                return; // it has written nothing yet, or is gone
            }
            failures = last.equals(before) ? failures + 1 : 0;
            changed.await(objects.client().timeouts().pauseBefore(failures));
        }
    }

    private void readOnce(Consumer<LogLine> reader) {
        Instant from = last;
        try (LineStream lines = objects.client().follow(request(from))) {
            open = lines;
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                PodLog.line(run.pod().name(), line.get())
                        .filter(read -> read.time().isAfter(from))
                        .ifPresent(read -> {
                            last = read.time();
                            reader.accept(read);
                        });
            }
        } finally {
            open = null;
        }
    }

    private Optional<String> next(LineStream lines) {
        return cancelled ? Optional.empty() : lines.next();
    }

    /** The cluster compares whole seconds, so some lines may come twice. */
    private Request request(Instant from) {
        Request request =
                PodLog.request(run.pod().namespace(), run.pod().name()).query("follow", "true");
        return from.equals(Instant.MIN) ? start.of(request) : request.query("sinceTime", from.toString());
    }
}
