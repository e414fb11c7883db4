package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.http.IdleTimer;
import io.kws.sdk.driver.http.StreamedContent;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Content that is being uploaded: counted, and read as fast as the node receives it. */
final class Upload implements StreamedContent {
    private final Content content;
    private final TransferListener listener;
    private final IdleTimer timer = new IdleTimer();
    private volatile @Nullable Exception failure;
    private volatile @Nullable Watched open;
    private volatile boolean stopped;
    private final BodyPublisher publisher;

    Upload(Content content, TransferListener listener) {
        this.content = content;
        this.listener = listener;
        this.publisher = publisherOf(content);
    }

    @Override
    public boolean isRepeatable() {
        return content.isRepeatable();
    }

    @Override
    public IdleTimer timer() {
        return timer;
    }

    @Override
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** All may have been handed over if nothing is being read. */
    @Override
    public boolean stop() {
        synchronized (timer) {
            stopped = true;
            return open != null && !timer.isPaused();
        }
    }

    private void takeOver() throws IOException {
        synchronized (timer) {
            requireGoing();
            timer.pause();
        }
    }

    /** What is read from now on is handed over, or it was stopped before. */
    private void handOver() throws IOException {
        synchronized (timer) {
            requireGoing();
            timer.resume();
        }
    }

    private void requireGoing() throws IOException {
        if (stopped) {
            throw new InterruptedIOException("the upload was stopped");
        }
    }

    BodyPublisher publisher() {
        return publisher;
    }

    private BodyPublisher publisherOf(Content content) {
        long length = content.lengthBytes().orElse(-1);
        if (length < 0) {
            return BodyPublishers.fromPublisher(new StreamPublisher(this::open, Long.MAX_VALUE));
        }
        if (length > 0) {
            return BodyPublishers.fromPublisher(new StreamPublisher(this::open, length), length);
        }
        requireEmpty(content);
        return BodyPublishers.noBody();
    }

    /** No body is never read, so nobody else would see that there is more. */
    private static void requireEmpty(Content content) {
        try (InputStream in = content.open()) {
            if (in.read() >= 0) {
                throw new InvalidRequestException(
                        "the content to send cannot be read: it announced 0 bytes, but has more");
            }
        } catch (IOException e) {
            throw new InvalidRequestException("the content to send cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream open() {
        failure = null;
        timer.beat();
        try {
            requireGoing();
            Watched stream = new Watched(content.open());
            open = stream;
            return stream;
        } catch (IOException e) {
            failure = e;
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Watched stream = open;
        if (stream != null) {
            stream.close();
        }
    }

    /** The HTTP client reads it on threads of its own, and says of a failure no more than that there was one. */
    private final class Watched extends FilterInputStream {
        private final OptionalLong total = content.lengthBytes();
        private final TransferMeter meter = new TransferMeter(total, listener);

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                takeOver();
                int count = super.read(bytes, offset, length);
                meter.count(count);
                requireLength(count < 0);
                handOver();
                return count;
            } catch (IOException | RuntimeException e) {
                failure = e;
                throw e;
            } finally {
                timer.resume();
            }
        }

        private void requireLength(boolean isEnd) throws IOException {
            long announced = total.orElse(meter.bytes());
            if (isEnd ? meter.bytes() < announced : meter.bytes() > announced) {
                throw new IOException("it has %s than the %d bytes announced"
                        .formatted(isEnd ? "only " + meter.bytes() + ", fewer" : "more", announced));
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                return; // all of it that was wanted has been read
            }
        }
    }
}
