package io.kws.sdk.sandbox.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer. The answer's length is given as to the JDK's server: 0 for unknown, -1 for none. */
final class WebExchange extends HttpExchange {
    static final int SWITCHING = 101;
    private static final int FOUND = 302;

    private final Headers answerHeaders = new Headers();
    private final String method;
    private final URI uri;
    private final Headers headers;
    private final InputStream body;
    private final OutputStream out;
    private final InetSocketAddress client;
    private final Runnable onFeed;
    private OutputStream answer;
    private int status = -1;
    private boolean complete;

    /**
     * Begins an answer.
     *
     * @param onFeed what is to be done when the answer is one that comes little by little
     */
    WebExchange(Asked asked, OutputStream out, InetSocketAddress client, Runnable onFeed) {
        this.method = asked.method();
        this.uri = asked.uri();
        this.headers = asked.headers();
        this.body = asked.body();
        this.out = out;
        this.client = client;
        this.onFeed = onFeed;
        this.answer = OutputStream.nullOutputStream();
    }

    /** A request as it came. */
    record Asked(String method, URI uri, Headers headers, InputStream body) {}

    /** Tells whether the answer was given wholly, and in a way that shows where it ends. */
    boolean isKeptAlive() {
        String wish = headers.getFirst("Connection");
        return complete
                && status != SWITCHING
                && !answerHeaders.containsKey("Connection")
                && !"close".equalsIgnoreCase(wish);
    }

    @Override
    public void sendResponseHeaders(int code, long length) throws IOException {
        status = code;
        boolean isChunked = length == 0 && code != SWITCHING;
        if (isChunked) {
            answerHeaders.set("Transfer-Encoding", "chunked");
            answerHeaders.set("Connection", "close");
            onFeed.run();
        } else if (code != SWITCHING && !method.equals("HEAD")) {
            answerHeaders.set("Content-Length", String.valueOf(Math.max(length, 0)));
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " " + phrase(code) + "\r\n");
        for (Map.Entry<String, List<String>> header : answerHeaders.entrySet()) {
            header.getValue()
                    .forEach(value -> head.append(header.getKey())
                            .append(": ")
                            .append(value)
                            .append("\r\n"));
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        answer = isChunked ? new Chunks(out) : new Plain(out);
        complete = length < 0;
    }

    private static String phrase(int code) {
        return switch (code) {
            case SWITCHING -> "Switching Protocols";
            case FOUND -> "Found";
            default -> code < 400 ? "OK" : "Error";
        };
    }

    @Override
    public OutputStream getResponseBody() {
        return answer;
    }

    /** What it lacks is not made up for: the connection ends instead. */
    @Override
    public void close() {
        answer = OutputStream.nullOutputStream();
    }

    /** Sends what it is given, and nothing at its end. */
    private final class Plain extends FilterOutputStream {
        Plain(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
            complete = true;
        }
    }

    /** Sends each piece as a chunk of its own. */
    private final class Chunks extends FilterOutputStream {
        Chunks(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                out.write((Integer.toHexString(length).toLowerCase(Locale.ROOT) + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(bytes, from, length);
                out.write(new byte[] {'\r', '\n'});
            }
        }

        @Override
        public void close() throws IOException {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            complete = true;
        }
    }

    @Override
    public Headers getRequestHeaders() {
        return headers;
    }

    @Override
    public Headers getResponseHeaders() {
        return answerHeaders;
    }

    @Override
    public URI getRequestURI() {
        return uri;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public InputStream getRequestBody() {
        return body;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return client;
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    public void setAttribute(String name, Object value) {}

    @Override
    public void setStreams(InputStream in, OutputStream other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return null;
    }
}
