package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The folder that holds the content of all objects of a node. Thread-safe. */
final class Disk {
    private final AtomicLong files = new AtomicLong();
    private boolean closed;
    private Path folder = Path.of("");

    /**
     * Some bytes on disk. Immutable.
     *
     * @param file where
     * @param size how many
     * @param md5 their MD5 in hexadecimal
     */
    record Data(Path file, long size, String md5) {
        /** Opens a part of it. */
        InputStream open(long from, long length) throws IOException {
            InputStream all = Files.newInputStream(file);
            all.skipNBytes(from);
            return new Part(all, length);
        }

        void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes bytes to disk until they end. */
    Data write(InputStream from) {
        Path file = next();
        MessageDigest md5 = md5();
        try (OutputStream to = Files.newOutputStream(file)) {
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                md5.update(buffer, 0, read);
                to.write(buffer, 0, read);
                size += read;
            }
            return new Data(file, size, HexFormat.of().formatHex(md5.digest()));
        } catch (IOException e) {
            new Data(file, 0, "").delete();
            throw new Refusal(499, "the client went away");
        }
    }

    /** Returns the MD5 of a text in hexadecimal. */
    static String md5(String text) {
        return HexFormat.of().formatHex(md5().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Path next() {
        try {
            if (closed) {
                throw new Refusal(503, "the sandbox is closed");
            }
            if (!folder.isAbsolute()) {
                folder = Files.createTempDirectory("sandbox-swift").toAbsolutePath();
            }
            return folder.resolve(files.incrementAndGet() + ".data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all content. */
    synchronized void close() {
        closed = true;
        if (!folder.isAbsolute()) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            content.forEach(file -> new Data(file, 0, "").delete());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first bytes of a stream. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream all, long length) {
            super(all);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }
}
