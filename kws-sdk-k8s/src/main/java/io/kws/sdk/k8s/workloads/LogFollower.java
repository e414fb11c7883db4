package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Signal;
import io.kws.sdk.k8s.client.Watch;
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
 * The logs of an app's Pods as one stream. Two watches tell of Pods that come, restart and go, and of the app's end; a
 * thread of the client reads each run.
 */
final class LogFollower implements LogStream {
    private static final int AHEAD = 1_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ClusterClient client;
    private final JsonNode deployment;
    private final ContainerLog.Beginning beginning;
    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
    private final Queue<ContainerLog> logs = new ConcurrentLinkedQueue<>();
    private final Set<String> known = new HashSet<>();
    private final AtomicInteger reading = new AtomicInteger();
    private final Signal news = new Signal();
    private final Runnable withGate;
    private volatile boolean closed;
    private boolean looked;
    private boolean ended;
    private @Nullable LogLine next;

    private LogFollower(ClusterClient client, JsonNode deployment, ContainerLog.Beginning beginning) {
        this.client = client;
        this.deployment = deployment;
        this.beginning = beginning;
        this.withGate = client.closesWithIt(this::close);
    }

    /** A line, or with neither the end of all, or why it broke off. */
    private record Piece(@Nullable LogLine line, @Nullable KwsException failure) {}

    /**
     * Begins to follow.
     *
     * @param beginning asks for the log of a Pod that is there at the beginning
     */
    static LogFollower of(ClusterClient client, JsonNode deployment, ContainerLog.Beginning beginning) {
        LogFollower followed = new LogFollower(client, deployment, beginning);
        client.inBackground(followed::followPods);
        return followed;
    }

    private void followPods() {
        String namespace = Pods.namespace(deployment);
        Request pods = Request.list(ApiResource.PODS, namespace)
                .query("labelSelector", Labels.RENTAL + "=" + Labels.get(deployment, Labels.RENTAL));
        Request app = Request.list(ApiResource.DEPLOYMENTS, namespace)
                .query("fieldSelector", "metadata.name=" + Pods.name(deployment));
        try (Watch podWatch = client.watch(pods, news);
                Watch appWatch = client.watch(app, news)) {
            while (!closed) {
                boolean isOver = podWatch.current().map(this::look).orElse(false)
                        && appWatch.current().filter(this::isGone).isPresent();
                if (isOver) {
                    put(new Piece(null, null));
                    return;
                }
                news.await(LONG);
            }
        } catch (KwsException e) {
            put(new Piece(null, e));
        }
    }

    /** Begins to read the runs that are new; returns whether nothing is there any more, and all has been read. */
    private boolean look(List<JsonNode> pods) {
        boolean isFirst = !looked;
        looked = true;
        for (JsonNode pod : pods) {
            logs.stream().filter(log -> log.isOf(pod)).forEach(log -> log.hear(pod));
            ContainerRun.of(pod).filter(run -> known.add(run.container())).ifPresent(run -> read(run, isFirst));
        }
        logs.stream().filter(log -> pods.stream().noneMatch(log::isOf)).forEach(ContainerLog::hearOfEnd);
        return pods.isEmpty() && reading.get() == 0;
    }

    private boolean isGone(List<JsonNode> apps) {
        return apps.stream().noneMatch(app -> ObjectRemoval.uid(app).equals(ObjectRemoval.uid(deployment)));
    }

    private void read(ContainerRun run, boolean isFirst) {
        ContainerLog log = new ContainerLog(client, run, isFirst ? beginning : ContainerLog.Beginning.OF_THE_LOG);
        logs.add(log);
        reading.incrementAndGet();
        client.inBackground(() -> {
            try {
                log.read(line -> put(new Piece(line, null)));
            } catch (KwsException e) {
                put(new Piece(null, e));
            } finally {
                logs.remove(log);
                reading.decrementAndGet();
                news.raise();
            }
        });
        if (closed) { // by somebody who could not see this log yet
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

    /** What waits for a line gets an empty piece. */
    @Override
    public void close() {
        closed = true;
        withGate.run();
        logs.forEach(ContainerLog::cancel);
        news.raise();
        pieces.clear();
        pieces.offer(new Piece(null, null));
    }
}
