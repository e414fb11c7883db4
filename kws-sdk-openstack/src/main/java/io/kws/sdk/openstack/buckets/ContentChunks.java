package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Content divided into chunks, which are sent one after the other. Used by one thread at a time. */
abstract class ContentChunks implements AutoCloseable {
    /** How much content of unknown length is buffered in memory to find out whether it is small. */
    private static final int PEEK = 1 << 20;

    final long chunkBytes;
    long sent;

    private ContentChunks(long chunkBytes) {
        this.chunkBytes = chunkBytes;
    }

    static ContentChunks of(Content content, long chunkBytes) {
        try {
            if (content.isRepeatable() && content.lengthBytes().isPresent()) {
                return new Repeatable(content, content.lengthBytes().getAsLong(), chunkBytes);
            }
            return new Once(content.open(), content.lengthBytes(), chunkBytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static InvalidRequestException unreadable(IOException e) {
        return new InvalidRequestException("content cannot be read: " + e.getMessage(), e);
    }

    /** Returns the whole content if it is known to fit into one chunk; otherwise nothing, and no content is lost. */
    abstract Optional<Content> readWhole() throws IOException;

    /** Returns the next chunk, or nothing after the last one; the previous chunk must have been sent. */
    abstract Optional<Content> readNext() throws IOException;

    /** Returns the number of bytes before the chunk that is being sent. */
    long sent() {
        return sent;
    }

    @Override
    public void close() {}

    final Optional<Content> whole() {
        try {
            return readWhole();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    final Optional<Content> next() {
        try {
            return readNext();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Chunks of content that can be opened at any position, any number of times. */
    private static final class Repeatable extends ContentChunks {
        private final Content content;
        private final long length;
        private long from;

        Repeatable(Content content, long length, long chunkBytes) {
            super(chunkBytes);
            this.content = content;
            this.length = length;
        }

        @Override
        Optional<Content> readWhole() {
            return length <= chunkBytes ? Optional.of(content) : Optional.empty();
        }

        @Override
        Optional<Content> readNext() {
            sent = from;
            long bytes = Math.min(chunkBytes, length - from);
            long start = from;
            from += bytes;
            return bytes == 0
                    ? Optional.empty()
                    : Optional.of(new Chunk(OptionalLong.of(bytes), true, () -> open(start, bytes)));
        }

        private InputStream open(long start, long bytes) throws IOException {
            InputStream stream = content.open();
            try {
                stream.skipNBytes(start);
                return new Bounded(stream, bytes, stream);
            } catch (IOException e) {
                stream.close();
                throw e;
            }
        }
    }

    /** Chunks of a stream. */
    private static final class Once extends ContentChunks {
        private final OptionalLong length;
        private final InputStream source;
        private PushbackInputStream stream;

        Once(InputStream source, OptionalLong length, long chunkBytes) {
            super(chunkBytes);
            this.source = source;
            this.stream = new PushbackInputStream(source);
            this.length = length;
        }

        @Override
        Optional<Content> readWhole() throws IOException {
            if (length.isPresent()) {
                long bytes = length.getAsLong();
                return bytes <= chunkBytes ? Optional.of(new Chunk(length, false, () -> source)) : Optional.empty();
            }
            byte[] head = source.readNBytes((int) Math.min(PEEK, chunkBytes + 1));
            if (head.length < Math.min(PEEK, chunkBytes + 1)) {
                return Optional.of(Content.of(head));
            }
            stream = new PushbackInputStream(new SequenceInputStream(new ByteArrayInputStream(head), source));
            return Optional.empty();
        }

        @Override
        Optional<Content> readNext() throws IOException {
            int first = stream.read();
            if (first < 0) {
                return missing();
            }
            stream.unread(first);
            OptionalLong remaining = length.isEmpty() ? length : OptionalLong.of(length.getAsLong() - sent);
            if (remaining.isPresent() && remaining.getAsLong() <= 0) {
                throw new IOException(
                        "length must be %d bytes, as announced, but more followed".formatted(length.getAsLong()));
            }
            long bytes = Math.min(chunkBytes, remaining.orElse(chunkBytes));
            OptionalLong known = remaining.isPresent() ? OptionalLong.of(bytes) : OptionalLong.empty();
            return Optional.of(new Chunk(known, false, () -> new Counted(stream, bytes)));
        }

        private Optional<Content> missing() throws IOException {
            if (sent < length.orElse(sent)) {
                throw new IOException(
                        "length must be %d bytes, as announced, was %d".formatted(length.getAsLong(), sent));
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            try {
                source.close();
            } catch (IOException e) {
                return; // everything needed has been read
            }
        }

        /** Counts the bytes taken from the stream. */
        private final class Counted extends Bounded {
            Counted(InputStream in, long bytes) {
                super(in, bytes, InputStream.nullInputStream());
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                int read = super.read(into, offset, count);
                sent += Math.max(0, read);
                return read;
            }
        }
    }

    /** Opens a chunk. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private record Chunk(OptionalLong lengthBytes, boolean isRepeatable, Opening opening) implements Content {
        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }

    /** The first bytes of a stream. */
    private static class Bounded extends BlockInputStream {
        private final InputStream closed;
        private long remaining;

        Bounded(InputStream in, long bytes, InputStream closed) {
            super(in);
            this.remaining = bytes;
            this.closed = closed;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int read = remaining == 0 ? -1 : in.read(into, offset, (int) Math.min(remaining, count));
            remaining -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            closed.close();
        }
    }
}
