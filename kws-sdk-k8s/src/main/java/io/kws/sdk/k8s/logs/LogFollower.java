package io.kws.sdk.k8s.logs;

import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Signal;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.objects.ObjectWatch;
import io.kws.sdk.k8s.pods.ContainerRun;
import io.kws.sdk.k8s.pods.Pods;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The logs of an app's Pods as one stream. One watch reports Pods that start, restart and end, another the end of the app;
 * a thread of the client reads each run.
 */
final class LogFollower implements LogStream {
    private static final int READ_AHEAD = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final ObjectClient objects;
    private final KubeObject deployment;
    private final ContainerLog.Start start;
    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(READ_AHEAD);
    private final Queue<ContainerLog> logs = new ConcurrentLinkedQueue<>();
    private final Set<String> known = new HashSet<>();
    private final AtomicInteger reading = new AtomicInteger();
    private final Signal changed = new Signal();
    private final Runnable onEnd;
    private volatile boolean closed;
    private boolean updated;
    private boolean ended;
    private @Nullable LogLine next;

    private LogFollower(ObjectClient objects, KubeObject deployment, ContainerLog.Start start) {
        this.objects = objects;
        this.deployment = deployment;
        this.start = start;
        this.onEnd = objects.client().closesWithIt(this::close);
    }

    /** A line, or the failure that ended the stream; with neither, the end of the stream. */
    private record Piece(@Nullable LogLine line, @Nullable KwsException failure) {}

    /**
     * Begins to follow.
     *
     * @param start limits the logs of the Pods that exist already
     */
    static LogFollower of(ObjectClient objects, KubeObject deployment, ContainerLog.Start start) {
        LogFollower followed = new LogFollower(objects, deployment, start);
        objects.client().inBackground(followed::followPods);
        return followed;
    }

    private void followPods() {
        ObjectQuery app =
                ObjectQuery.of(ApiResource.DEPLOYMENTS, deployment.namespace()).named(deployment.name());
        try (ObjectWatch podWatch = objects.watch(Pods.of(deployment), changed);
                ObjectWatch appWatch = objects.watch(app, changed)) {
            while (!closed) {
                boolean isOver = podWatch.current().map(this::update).orElse(false)
                        && appWatch.current().filter(this::isGone).isPresent();
                if (isOver) {
                    put(new Piece(null, null));
                    return;
                }
                changed.await(LONGEST_WAIT);
            }
        } catch (KwsException e) {
            put(new Piece(null, e));
        }
    }

    /** Begins to read new runs; returns whether there are no Pods left, and all logs have been read. */
    private boolean update(List<KubeObject> pods) {
        boolean isFirst = !updated;
        updated = true;
        for (KubeObject pod : pods) {
            logs.stream().filter(log -> log.isOf(pod)).forEach(log -> log.update(pod));
            ContainerRun.of(pod).filter(run -> known.add(run.containerId())).ifPresent(run -> read(run, isFirst));
        }
        logs.stream().filter(log -> pods.stream().noneMatch(log::isOf)).forEach(ContainerLog::end);
        return pods.isEmpty() && reading.get() == 0;
    }

    private boolean isGone(List<KubeObject> apps) {
        return apps.stream().noneMatch(deployment::isSame);
    }

    private void read(ContainerRun run, boolean isFirst) {
        ContainerLog log = new ContainerLog(objects, run, isFirst ? start : ContainerLog.Start.FIRST_LINE);
        logs.add(log);
        reading.incrementAndGet();
        objects.client().inBackground(() -> {
            try {
                log.read(line -> put(new Piece(line, null)));
            } catch (KwsException e) {
                put(new Piece(null, e));
            } finally {
                logs.remove(log);
                reading.decrementAndGet();
                changed.raise();
            }
        });
        if (closed) { // by a thread that could not see this log yet
            log.cancel();
        }
    }

    private void put(Piece piece) {
        try {
            while (!closed && !pieces.offer(piece, 1, TimeUnit.SECONDS)) {
                // the reader is slow
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended && !closed) {
            take();
        }
        return next != null && !closed;
    }

    private void take() {
        try {
            Piece piece = pieces.take();
            next = piece.line();
            ended = piece.line() == null;
            if (piece.failure() != null && !closed) {
                close();
                throw piece.failure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e);
        }
    }

    @Override
    public LogLine next() {
        LogLine line = hasNext() ? next : null;
        if (line == null) {
            throw new NoSuchElementException("the log has ended");
        }
        next = null;
        return line;
    }

    /** A reader that waits for a line receives an empty piece. */
    @Override
    public void close() {
        closed = true;
        onEnd.run();
        logs.forEach(ContainerLog::cancel);
        changed.raise();
        pieces.clear();
        pieces.offer(new Piece(null, null));
    }
}
