package io.kws.sdk.sandbox.glance;

import io.kws.sdk.sandbox.http.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an image: in memory while they are few, in a temporary file when they are many. */
record ImageData(long size, String md5, String sha512, Answer.Source source) {
    private static final int IN_MEMORY = 1 << 20;

    static ImageData of(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    static ImageData read(InputStream from) {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha512 = digest("SHA-512");
        try {
            byte[] head = from.readNBytes(IN_MEMORY);
            md5.update(head);
            sha512.update(head);
            if (head.length < IN_MEMORY) {
                return new ImageData(head.length, hex(md5), hex(sha512), () -> new ByteArrayInputStream(head));
            }
            Path file = Files.createTempFile("sandbox-image", ".bin");
            file.toFile().deleteOnExit();
            write(file, head, from, md5, sha512);
            return new ImageData(Files.size(file), hex(md5), hex(sha512), () -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] head, InputStream rest, MessageDigest md5, MessageDigest sha512)
            throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            to.write(head);
            rest.transferTo(new DigestOutputStream(new DigestOutputStream(to, md5), sha512));
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
