package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StreamPublisherTest {
    private static final int PIECE = 1 << 17;

    /** Asks for one piece after the other, from within the hand-over of the one before, as the HTTP client may. */
    private static class Reader implements Subscriber<ByteBuffer> {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<Object> ends = new ArrayList<>();
        int largest;
        int deepest;
        private int depth;
        private Subscription subscription = new Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            deepest = Math.max(deepest, ++depth);
            largest = Math.max(largest, piece.remaining());
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.write(copy, 0, copy.length);
            ask(subscription);
            depth--;
        }

        void ask(Subscription open) {
            open.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            ends.add(failure);
        }

        @Override
        public void onComplete() {
            ends.add("complete");
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void subscribe_manyPieces_comeWholeInOrderAndWithoutRecursion() {
        byte[] content = random(20 * PIECE + 7);
        Reader reader = new Reader();

        new StreamPublisher(() -> new ByteArrayInputStream(content), Long.MAX_VALUE).subscribe(reader);

        assertThat(reader.bytes.toByteArray()).isEqualTo(content);
        assertThat(reader.ends).containsExactly("complete");
        assertThat(reader.largest).isEqualTo(PIECE);
        assertThat(reader.deepest).isEqualTo(1);
    }

    @Test
    void subscribe_askedForMoreThanThereCanBe_comesOnce() {
        byte[] content = random(3 * PIECE);
        Reader greedy = new Reader() {
            @Override
            void ask(Subscription open) {
                open.request(Long.MAX_VALUE);
                open.request(Long.MAX_VALUE);
            }
        };

        new StreamPublisher(() -> new ByteArrayInputStream(content), content.length).subscribe(greedy);

        assertThat(greedy.bytes.toByteArray()).isEqualTo(content);
        assertThat(greedy.ends).containsExactly("complete");
    }

    @Test
    void subscribe_smallContent_takesNoLargeBuffer() {
        List<Integer> asked = new ArrayList<>();
        InputStream five = new FilterInputStream(new ByteArrayInputStream(new byte[5])) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                asked.add(bytes.length);
                return super.read(bytes, offset, length);
            }
        };

        new StreamPublisher(() -> five, 5).subscribe(new Reader());

        assertThat(asked).startsWith(5).allMatch(bytes -> bytes <= 5);
    }

    @Test
    void subscribe_moreThanAnnounced_lastPieceIsKeptBack() {
        byte[] content = random(2 * PIECE + 1);
        Reader reader = new Reader();

        new StreamPublisher(() -> new ByteArrayInputStream(content), 2 * PIECE).subscribe(reader);

        assertThat(reader.bytes.size()).isEqualTo(PIECE);
        assertThat(reader.ends).singleElement().asString().contains("more than the " + 2 * PIECE);
    }

    @Test
    void subscribe_readFails_subscriberHearsOfItOnce() {
        IOException broken = new IOException("broken");
        InputStream stream = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw broken;
            }
        };
        Reader reader = new Reader();

        new StreamPublisher(() -> stream, Long.MAX_VALUE).subscribe(reader);

        assertThat(reader.ends).containsExactly(broken);
    }

    @Test
    void subscribe_cannotBeOpened_subscriberHearsOfIt() {
        IllegalStateException shut = new IllegalStateException("shut");
        Reader reader = new Reader();

        new StreamPublisher(
                        () -> {
                            throw shut;
                        },
                        5)
                .subscribe(reader);

        assertThat(reader.ends).containsExactly(shut);
    }

    @Test
    void cancel_betweenPieces_readsNoMore() {
        Reader reader = new Reader() {
            @Override
            void ask(Subscription open) {
                open.cancel();
                open.request(5);
            }
        };

        new StreamPublisher(() -> new ByteArrayInputStream(random(3 * PIECE)), Long.MAX_VALUE).subscribe(reader);

        assertThat(reader.bytes.size()).isEqualTo(PIECE);
        assertThat(reader.ends).isEmpty();
    }
}
