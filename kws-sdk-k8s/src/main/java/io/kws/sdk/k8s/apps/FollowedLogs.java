package io.kws.sdk.k8s.apps;

import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.k8s.transport.Lines;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The logs of several Pods as one stream; one thread of the gate reads each. */
final class FollowedLogs implements LogStream {
    private static final int AHEAD = 1_000;

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
    private final Queue<Lines> open = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private int running;
    private @Nullable LogLine next;

    private FollowedLogs(int pods) {
        this.running = pods;
    }

    /** A line, or with neither the end of a Pod's log, or why it broke off. */
    private record Piece(@Nullable LogLine line, @Nullable KwsException failure) {}

    static FollowedLogs of(Gate gate, List<PodLog> logs) {
        FollowedLogs followed = new FollowedLogs(logs.size());
        logs.forEach(log -> gate.inBackground(() -> followed.readToEnd(log)));
        return followed;
    }

    private void readToEnd(PodLog log) {
        KwsException failure = null;
        try (Lines lines = log.open()) {
            open.add(lines);
            if (closed) { // by somebody who could not see these lines yet
                return;
            }
            for (Optional<String> line = lines.next(); line.isPresent() && !closed; line = lines.next()) {
                put(new Piece(Logs.line(log.pod(), line.get()), null));
            }
        } catch (InvalidRequestException | NotFoundException e) {
            failure = null; // it has not begun, or is gone
        } catch (KwsException e) {
            failure = e;
        }
        put(new Piece(null, failure));
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
        while (next == null && running > 0 && !closed) {
            take();
        }
        return next != null && !closed;
    }

    private void take() {
        try {
            Piece piece = pieces.take();
            next = piece.line();
            if (piece.line() == null && !closed) {
                running--;
                if (piece.failure() != null) {
                    throw piece.failure();
                }
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
        open.forEach(Lines::cancel);
        pieces.clear();
        pieces.offer(new Piece(null, null));
    }
}
