package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Partial;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** The file beside the wanted one into which a content is fetched. Used by one thread at a time. */
final class PartFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final Partial partial;
    private final OutputStream out;

    private PartFile(Path file, Path part, Partial partial, OutputStream out) {
        this.file = file;
        this.part = part;
        this.partial = partial;
        this.out = out;
    }

    /** Opens it; one that is to be kept goes by the content's version, so that two never mix. */
    static PartFile open(Path file, Partial partial, String etag) {
        String version = partial == Partial.KEEP ? etag : UUID.randomUUID().toString();
        Path name = Objects.requireNonNull(file.getFileName());
        Path part = file.resolveSibling("." + name + "." + version + ".part");
        try {
            OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new PartFile(file, part, partial, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands what is there already to a verifier; returns how much it is. */
    long replay(Verifier verifier) {
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                verifier.update(buffer, 0, read);
                length += read;
            }
            return length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts it in the place of the wanted file. */
    void finish() {
        try {
            out.close();
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it, whatever was to become of it: what is in it is wrong. */
    void discard() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves what is to be kept. */
    @Override
    public void close() {
        if (partial == Partial.DISCARD) {
            discard();
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
