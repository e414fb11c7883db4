package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.WaitTimedOutException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read while it arrives. A read waits until the transfer has been idle for too long or the thread's deadline
 * passes, and throws a typed error if the connection breaks. Read by one thread at a time.
 */
final class StreamingBody extends InputStream implements BodySubscriber<InputStream> {
    /**
     * How many parts may have come that are not read yet, each of at most some 48 KiB: so many that who reads finds several
     * and seldom has to wait.
     */
    private static final int PARTS_AHEAD = 32;

    private final Duration standstill;
    private final String what;
    private final BlockingQueue<Part> arrived = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> unread = new ArrayDeque<>();
    private volatile @Nullable Subscription subscription;
    private volatile boolean closed;
    private boolean ended;
    private int taken;

    StreamingBody(Duration standstill, String what) {
        this.standstill = standstill;
        this.what = what;
    }

    /** Bytes, or the end, or why there is none. */
    private record Part(
            List<ByteBuffer> buffers,
            boolean isEnd,
            @Nullable Throwable failure) {
        static final Part END = new Part(List.of(), true, null);
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (closed) {
            subscription.cancel();
        } else {
            subscription.request(PARTS_AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(new Part(buffers, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrived.add(new Part(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        arrived.add(Part.END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = next();
        if (buffer == null) {
            return -1;
        }
        int count = 0;
        while (buffer != null && count < length) {
            int some = Math.min(length - count, buffer.remaining());
            buffer.get(bytes, offset + count, some);
            count += some;
            buffer = ready();
        }
        return count;
    }

    @Override
    public int available() {
        ByteBuffer buffer = unread.peek();
        return buffer == null ? 0 : buffer.remaining();
    }

    /** Gives the connection up if the body has not been read to its end. */
    @Override
    public void close() {
        closed = true;
        Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    /** Returns a buffer with bytes in it, or nothing at the end. */
    private @Nullable ByteBuffer next() throws IOException {
        if (closed) {
            throw new IOException("the body of the answer is closed");
        }
        while (true) {
            ByteBuffer buffer = ready();
            if (buffer != null || ended) {
                return buffer;
            }
            take(await());
        }
    }

    /** Returns a buffer with bytes in it, if one has come already; the end and a failure are left to the next read. */
    private @Nullable ByteBuffer ready() {
        while (true) {
            ByteBuffer buffer = unread.peek();
            Part part = arrived.peek();
            if (buffer != null && buffer.hasRemaining()) {
                return buffer;
            }
            if (buffer != null) {
                unread.remove();
            } else if (part == null || part.isEnd()) {
                return null;
            } else {
                take(arrived.remove());
            }
        }
    }

    private void take(Part part) {
        Throwable failure = part.failure();
        if (failure != null) {
            close();
            throw ErrorDetails.withoutEffect(
                    new NodeUnavailableException("the connection broke during " + what, failure));
        }
        ended = part.isEnd();
        unread.addAll(part.buffers());
        taken++;
        Subscription open = subscription;
        if (!ended && open != null && taken == PARTS_AHEAD / 2) {
            taken = 0;
            open.request(PARTS_AHEAD / 2);
        }
    }

    private Part await() {
        Deadline deadline = Deadline.current();
        Duration limit = deadline.atMost(standstill).remaining();
        try {
            Part part = arrived.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (part != null) {
                return part;
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw ErrorDetails.withoutEffect(new CancelledException("the thread was interrupted", e));
        }
        close();
        throw ErrorDetails.withoutEffect(silence(deadline));
    }

    private KwsException silence(Deadline deadline) {
        return deadline.hasPassed()
                ? new WaitTimedOutException("the time allowed ran out during " + what)
                : new NodeUnavailableException(
                        "nothing more came for %d ms during %s".formatted(standstill.toMillis(), what));
    }
}
