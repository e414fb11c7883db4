package io.kws.sdk.openstack.client;

import io.kws.sdk.transfers.Content;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;

/** Content whose checksum is computed while it is sent. */
public final class Checksummed implements Content {
    private final Content content;
    private final MessageDigest digest;

    /**
     * Adds a checksum to content.
     *
     * @param content the content
     * @param algorithm such as {@code MD5} or {@code SHA-512}
     */
    public Checksummed(Content content, String algorithm) {
        this.content = content;
        this.digest = Checksum.digest(algorithm);
    }

    /** {@return the checksum of the bytes read since the content was last opened, in lower-case hexadecimal digits} */
    public String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public OptionalLong lengthBytes() {
        return content.lengthBytes();
    }

    @Override
    public boolean isRepeatable() {
        return content.isRepeatable();
    }

    @Override
    public InputStream open() throws IOException {
        digest.reset();
        return new DigestInputStream(content.open(), digest);
    }
}
