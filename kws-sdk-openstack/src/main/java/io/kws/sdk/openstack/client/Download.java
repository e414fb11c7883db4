package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.transfers.TransferListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An answer whose body is read while it arrives. Must be closed. A read throws a {@link KwsException} if the connection
 * breaks or is idle for too long, so the end of the stream is always the end of the content.
 */
public final class Download implements AutoCloseable {
    private static final int BUFFER = 1 << 17;

    private final String node;
    private final ServiceAnswer answer;
    private final InputStream stream;

    Download(String node, ServiceAnswer answer) {
        this.node = node;
        this.answer = answer;
        this.stream = new Located(node, answer.body());
    }

    /** {@return the HTTP status, 200 or 206} */
    public int status() {
        return answer.status();
    }

    /** {@return all headers; their names are in lower case} */
    public Map<String, String> headers() {
        return answer.lowerCaseHeaders();
    }

    /**
     * Returns a header.
     *
     * @param name its name, in any case
     * @return its value; empty if the answer has no such header
     */
    public String header(String name) {
        return answer.header(name).orElse("");
    }

    /** {@return the bytes} */
    public InputStream stream() {
        return stream;
    }

    /**
     * Writes the content to a file: first to another one beside it, which replaces it once the content is complete. If
     * anything fails, an existing file is unchanged.
     *
     * @param file the file
     * @param checksums the checksums that the content must have
     * @param listener hears of the progress
     * @throws io.kws.sdk.errors.InvalidRequestException if the file cannot be written
     * @throws NodeUnavailableException if the connection breaks or is idle for too long
     * @throws ServiceFailureException if a checksum differs
     */
    public void saveTo(Path file, List<Checksum> checksums, TransferListener listener) {
        try (PartialFile part = PartialFile.fresh(file)) {
            List<MessageDigest> digests = checksums.stream()
                    .map(checksum -> Checksum.digest(checksum.algorithm()))
                    .toList();
            copy(part, digests, new TransferMeter(lengthBytes(), listener));
            for (int i = 0; i < digests.size(); i++) {
                require(
                        checksums.get(i),
                        HexFormat.of().formatHex(digests.get(i).digest()));
            }
            part.finish();
        }
    }

    private void copy(PartialFile part, List<MessageDigest> digests, TransferMeter meter) {
        byte[] buffer = new byte[BUFFER];
        int count;
        do {
            count = read(buffer);
            if (count > 0) {
                part.write(buffer, count);
                for (MessageDigest digest : digests) {
                    digest.update(buffer, 0, count);
                }
            }
            meter.count(count);
        } while (count >= 0);
    }

    private int read(byte[] buffer) {
        try {
            return stream.read(buffer, 0, buffer.length);
        } catch (IOException e) {
            throw ErrorDetails.withoutEffect(
                    new NodeUnavailableException("the connection broke while the answer was read", e));
        }
    }

    private void require(Checksum wanted, String actual) {
        if (!wanted.hex().equalsIgnoreCase(actual)) {
            ServiceFailureException garbled =
                    new ServiceFailureException("the content was damaged on its way: its %s is %s, expected %s"
                            .formatted(wanted.algorithm(), actual, wanted.hex()));
            throw ErrorDetails.onNode(ErrorDetails.withoutEffect(garbled), node);
        }
    }

    /** {@return the length of the content in bytes, if the service announces it} */
    public OptionalLong lengthBytes() {
        String length = header("content-length");
        return length.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
    }

    /** Closes the body; also closes the connection if the body has not been read to its end. */
    @Override
    public void close() {
        answer.close();
    }

    private static final class Located extends FilterInputStream {
        private final String node;

        Located(String node, InputStream in) {
            super(in);
            this.node = node;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (KwsException e) {
                throw ErrorDetails.onNode(e, node);
            }
        }
    }
}
