package io.kws.sdk.openstack.transport;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * The file beside the wanted one into which a content is fetched, so that the wanted one is whole or as it was. What goes
 * wrong with it is an {@link InvalidRequestException}. Used by one thread at a time.
 */
public final class PartFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final boolean isKept;
    private final OutputStream out;

    private PartFile(Path file, String version, boolean isKept) {
        this.file = file.toAbsolutePath();
        this.part =
                this.file.resolveSibling("." + Objects.requireNonNull(file.getFileName()) + "." + version + ".part");
        this.isKept = isKept;
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory");
            }
            this.out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Opens one that is gone when it is closed unfinished.
     *
     * @param file the wanted file
     * @return the part file, empty
     */
    public static PartFile fresh(Path file) {
        return new PartFile(file, UUID.randomUUID().toString(), false);
    }

    /**
     * Opens one that stays when it is closed unfinished, to be gone on with.
     *
     * @param file the wanted file
     * @param version the content's version, so that two never mix
     * @return the part file, with what it held before
     */
    public static PartFile kept(Path file, String version) {
        return new PartFile(file, version, true);
    }

    /** Takes bytes as they are read. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes the next bytes.
         *
         * @param bytes holds them
         * @param offset where they begin
         * @param count how many they are
         */
        void update(byte[] bytes, int offset, int count);
    }

    /**
     * Reads what is there already.
     *
     * @param sink takes it
     * @return how many bytes it is
     */
    public long replay(Sink sink) {
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sink.update(buffer, 0, read);
                length += read;
            }
            return length;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Adds bytes.
     *
     * @param bytes holds them, from its beginning
     * @param count how many they are
     */
    public void write(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Puts it in the place of the wanted file. */
    public void finish() {
        try {
            out.close();
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Removes it, whatever was to become of it: what is in it is wrong. */
    public void discard() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Leaves what is to be kept. */
    @Override
    public void close() {
        if (!isKept) {
            discard();
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private InvalidRequestException unwritable(IOException cause) {
        return new InvalidRequestException("the file " + file + " cannot be written: " + cause, cause);
    }
}
