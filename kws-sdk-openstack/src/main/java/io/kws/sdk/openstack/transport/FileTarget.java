package io.kws.sdk.openstack.transport;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that comes into being whole, or not at all: written beside its place, and moved there at the end. */
final class FileTarget implements AutoCloseable {
    private final Path file;
    private final Path part;

    FileTarget(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidRequestException(file + " is a directory, not a file to write");
        }
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    OutputStream open() {
        try {
            return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Puts what was written in its place. */
    void commit() {
        try {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    InvalidRequestException unwritable(IOException cause) {
        return new InvalidRequestException("the file " + file + " cannot be written: " + cause, cause);
    }

    /** Takes away what was not committed. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            return; // it is not in anybody's way
        }
    }
}
