package io.kws.sdk.keypairs;

import io.kws.sdk.secrets.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The private half of a key that was made for the caller. It was made here and never sent anywhere, so this is the only
 * copy: save it. Prints no secret. Immutable.
 *
 * @param openSsh the key in OpenSSH's file format, without a pass phrase
 */
public record PrivateKey(Secret openSsh) {

    /**
     * Writes the key to a new file that only its owner can read.
     *
     * @param file where to
     * @return the file
     * @throws UncheckedIOException if the file exists or cannot be written
     */
    public Path save(Path file) {
        ByteBuffer content = StandardCharsets.US_ASCII.encode(openSsh.reveal());
        Set<OpenOption> onlyNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, onlyNew, ownerOnly(file))) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the private key to " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** {@return asterisks instead of the key} */
    @Override
    public String toString() {
        return "private key " + openSsh;
    }
}
