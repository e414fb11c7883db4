package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A content cut into pieces, which are sent one after the other. Used by one thread at a time. */
abstract class ContentChunks implements AutoCloseable {
    /** What is kept in memory of a content of unknown length to learn whether it is a small one. */
    private static final int PEEK = 1 << 20;

    final long pieceBytes;
    long sent;

    private ContentChunks(long pieceBytes) {
        this.pieceBytes = pieceBytes;
    }

    static ContentChunks of(Content content, long pieceBytes) {
        try {
            if (content.isRepeatable() && content.lengthBytes().isPresent()) {
                return new Repeatable(content, content.lengthBytes().getAsLong(), pieceBytes);
            }
            return new Once(content.open(), content.lengthBytes(), pieceBytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static InvalidRequestException unreadable(IOException e) {
        return new InvalidRequestException("the content to send cannot be read: " + e.getMessage(), e);
    }

    /** Returns the whole content if it is no longer than a piece, and known to be so; else nothing, and nothing is lost. */
    abstract Optional<Content> readWhole() throws IOException;

    /** Returns the next piece, until there is none; the one before must have been sent. */
    abstract Optional<Content> readNext() throws IOException;

    /** Returns how many bytes there are before the piece that is being sent. */
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

    /** Of a content that can be opened at any place, any number of times. */
    private static final class Repeatable extends ContentChunks {
        private final Content content;
        private final long length;
        private long from;

        Repeatable(Content content, long length, long pieceBytes) {
            super(pieceBytes);
            this.content = content;
            this.length = length;
        }

        @Override
        Optional<Content> readWhole() {
            return length <= pieceBytes ? Optional.of(content) : Optional.empty();
        }

        @Override
        Optional<Content> readNext() {
            sent = from;
            long bytes = Math.min(pieceBytes, length - from);
            long start = from;
            from += bytes;
            return bytes == 0
                    ? Optional.empty()
                    : Optional.of(new Piece(OptionalLong.of(bytes), true, () -> open(start, bytes)));
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

    /** Of a stream. */
    private static final class Once extends ContentChunks {
        private final OptionalLong length;
        private final InputStream source;
        private PushbackInputStream stream;

        Once(InputStream source, OptionalLong length, long pieceBytes) {
            super(pieceBytes);
            this.source = source;
            this.stream = new PushbackInputStream(source);
            this.length = length;
        }

        @Override
        Optional<Content> readWhole() throws IOException {
            if (length.isPresent()) {
                long bytes = length.getAsLong();
                return bytes <= pieceBytes ? Optional.of(new Piece(length, false, () -> source)) : Optional.empty();
            }
            byte[] head = source.readNBytes((int) Math.min(PEEK, pieceBytes + 1));
            if (head.length < Math.min(PEEK, pieceBytes + 1)) {
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
            OptionalLong left = length.isEmpty() ? length : OptionalLong.of(length.getAsLong() - sent);
            if (left.isPresent() && left.getAsLong() <= 0) {
                throw new IOException("it has more than the %d bytes announced".formatted(length.getAsLong()));
            }
            long bytes = Math.min(pieceBytes, left.orElse(pieceBytes));
            OptionalLong known = left.isPresent() ? OptionalLong.of(bytes) : OptionalLong.empty();
            return Optional.of(new Piece(known, false, () -> new Counted(stream, bytes)));
        }

        private Optional<Content> missing() throws IOException {
            if (sent < length.orElse(sent)) {
                throw new IOException(
                        "it has only %d, fewer than the %d bytes announced".formatted(sent, length.getAsLong()));
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            try {
                source.close();
            } catch (IOException e) {
                return; // all of it that was wanted has been read
            }
        }

        /** Counts what has been taken from the stream. */
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

    /** Opens a piece. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private record Piece(OptionalLong lengthBytes, boolean isRepeatable, Opening opening) implements Content {
        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }

    /** The first bytes of a stream. */
    private static class Bounded extends FilterInputStream {
        private final InputStream closes;
        private long left;

        Bounded(InputStream in, long bytes, InputStream closes) {
            super(in);
            this.left = bytes;
            this.closes = closes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int read = left == 0 ? -1 : in.read(into, offset, (int) Math.min(left, count));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            closes.close();
        }
    }
}
