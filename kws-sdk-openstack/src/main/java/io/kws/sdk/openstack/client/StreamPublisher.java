package io.kws.sdk.openstack.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Hands a stream to the HTTP client as that asks for it. In larger pieces than the JDK's own publisher of streams, as each
 * piece costs several changes of thread. The last piece of a known length goes only once the stream has ended after it:
 * whatever fails before that leaves the service without a whole content.
 */
final class StreamPublisher implements Publisher<ByteBuffer> {
    private static final int LARGEST_PIECE = 1 << 17;

    private final Supplier<InputStream> source;
    private final long length;

    /**
     * Makes one that opens the stream anew for each subscriber.
     *
     * @param source opens the stream; whoever opens it closes it
     * @param length how many bytes it is to have; more than there can be if that is not known
     */
    StreamPublisher(Supplier<InputStream> source, long length) {
        this.source = source;
        this.length = length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        try {
            subscriber.onSubscribe(new Reading(source.get(), subscriber));
        } catch (RuntimeException e) {
            subscriber.onSubscribe(new Nothing());
            subscriber.onError(e);
        }
    }

    /** The subscription to a stream that could not be opened. */
    private static final class Nothing implements Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /** Reads on the thread that asks; a further one that asks meanwhile leaves it to that. */
    private final class Reading implements Subscription {
        private final InputStream stream;
        private final Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong wanted = new AtomicLong();
        private long left = length;
        private volatile boolean ended;

        Reading(InputStream stream, Subscriber<? super ByteBuffer> subscriber) {
            this.stream = stream;
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (wanted.getAndAccumulate(Math.max(1, count), Reading::sum) > 0) {
                return;
            }
            do {
                handOver();
            } while (!ended && wanted.decrementAndGet() > 0);
        }

        private static long sum(long one, long other) {
            return one + other < 0 ? Long.MAX_VALUE : one + other;
        }

        private void handOver() {
            if (ended) {
                return;
            }
            try {
                byte[] piece = new byte[nextBytes()];
                int count = left == 0 ? -1 : stream.read(piece, 0, piece.length);
                left -= count;
                if (count < 0) {
                    ended = true;
                    subscriber.onComplete();
                    return;
                }
                if (left == 0) {
                    requireEnd();
                }
                subscriber.onNext(ByteBuffer.wrap(piece, 0, count));
            } catch (IOException | RuntimeException e) {
                ended = true;
                subscriber.onError(e);
            }
        }

        private void requireEnd() throws IOException {
            if (stream.read() >= 0) {
                throw new IOException("there is more than the %d bytes announced".formatted(length));
            }
        }

        private int nextBytes() {
            return (int) Math.min(LARGEST_PIECE, left);
        }

        @Override
        public void cancel() {
            ended = true;
        }
    }
}
