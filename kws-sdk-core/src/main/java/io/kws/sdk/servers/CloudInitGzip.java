package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip compression of user data, which cloud-init decompresses. */
final class CloudInitGzip {
    private static final int LARGEST = 16 * 1024 * 1024;

    private CloudInitGzip() {}

    static boolean isGzip(byte[] data) {
        return data.length > 2 && data[0] == (byte) 0x1f && data[1] == (byte) 0x8b;
    }

    static byte[] zip(byte[] data) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** Decompresses gzip data and returns anything else unchanged. */
    static byte[] unzip(byte[] data) {
        if (!isGzip(data)) {
            return data;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
            byte[] plain = in.readNBytes(LARGEST + 1);
            if (plain.length > LARGEST) {
                throw new InvalidRequestException("the cloud-init user data unpacks to more than 16 MiB");
            }
            return plain;
        } catch (IOException e) {
            throw new InvalidRequestException("the cloud-init user data is broken gzip: " + e.getMessage(), e);
        }
    }
}
