package io.kws.sdk.openstack.transport;

import io.kws.sdk.errors.ErrorContext;
import io.kws.sdk.errors.KwsException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A body that is read as it comes; must be closed. What breaks off, or stands still for too long, is a {@link
 * KwsException} of the read: an end that is read is the true end.
 */
public final class Download implements AutoCloseable {
    private final Answer answer;
    private final InputStream stream;

    Download(String node, Answer answer) {
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
     * @return its value; empty if the answer has none such
     */
    public String header(String name) {
        return answer.header(name).orElse("");
    }

    /** {@return the bytes} */
    public InputStream stream() {
        return stream;
    }

    /** Gives the connection up if the body has not been read to its end. */
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
                throw e.within(ErrorContext.ofCall(node, List.of()));
            }
        }
    }
}
