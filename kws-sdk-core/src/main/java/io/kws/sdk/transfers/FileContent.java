package io.kws.sdk.transfers;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

record FileContent(Path file, OptionalLong lengthBytes) implements Content {
    static FileContent of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidRequestException(
                    Files.exists(file) ? file + " is no regular file" : "there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new InvalidRequestException("the file " + file + " cannot be read");
        }
        try {
            return new FileContent(file, OptionalLong.of(Files.size(file)));
        } catch (IOException e) {
            throw new InvalidRequestException("the file " + file + " cannot be read: " + e, e);
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
