package io.kws.sdk.openstack.client;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * The file beside the wanted one that content is downloaded to, so that the wanted file is either complete or unchanged. Its
 * failures are {@link InvalidRequestException}s. Used by one thread at a time.
 */
public final class PartialFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final boolean isKept;
    private final FileChannel channel;

    private PartialFile(Path file, String version, boolean isKept) {
        this.file = file.toAbsolutePath();
        this.part =
                this.file.resolveSibling("." + Objects.requireNonNull(file.getFileName()) + "." + version + ".part");
        this.isKept = isKept;
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory");
            }
            this.channel = isKept ? locked() : open();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Two that go on with one file would mix up its bytes. */
    private FileChannel locked() throws IOException {
        FileChannel opened = open();
        try {
            if (opened.tryLock() != null && Files.exists(part)) { // else it took its place just now
                return opened;
            }
        } catch (OverlappingFileLockException e) {
            opened.close();
            throw busy();
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        opened.close();
        throw busy();
    }

    private ConflictException busy() {
        return new ConflictException("another download is writing to the file " + part);
    }

    /**
     * Opens a part file that is deleted if it is closed before it is finished.
     *
     * @param file the wanted file
     * @return the part file, empty
     */
    public static PartialFile fresh(Path file) {
        return new PartialFile(file, UUID.randomUUID().toString(), false);
    }

    /**
     * Opens a part file that is kept if it is closed before it is finished, so that a later download can continue it.
     *
     * @param file the wanted file
     * @param version the content's version, so that two never mix
     * @return the part file with its former content
     * @throws ConflictException if another download has it open
     */
    public static PartialFile kept(Path file, String version) {
        return new PartialFile(file, version, true);
    }

    /** Receives bytes. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Receives the next bytes.
         *
         * @param bytes holds the bytes
         * @param offset the index of the first one
         * @param count their number
         */
        void update(byte[] bytes, int offset, int count);
    }

    /** {@return whether the part file is empty} */
    public boolean isEmpty() {
        try {
            return channel.size() == 0;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Reads the former content.
     *
     * @param sink receives it
     * @return its number of bytes
     */
    public long replay(Sink sink) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            channel.position(0);
            for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
                sink.update(buffer.array(), 0, read);
                buffer.clear();
            }
            return channel.position();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Adds bytes.
     *
     * @param bytes holds the bytes, from index 0
     * @param count their number
     */
    public void write(byte[] bytes, int count) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Puts it in the place of the wanted file. */
    public void finish() {
        try (channel) { // whose lock is kept until then
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
        try (channel) {
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
            channel.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private KwsException unwritable(IOException cause) {
        return cause instanceof ClosedByInterruptException
                ? new CancelledException("it was interrupted", cause)
                : new InvalidRequestException("the file " + file + " cannot be written: " + cause, cause);
    }
}
