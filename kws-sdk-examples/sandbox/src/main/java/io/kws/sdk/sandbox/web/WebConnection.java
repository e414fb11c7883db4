package io.kws.sdk.sandbox.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one connection's requests, one after another. */
final class WebConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WebConnection.class);
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LAST_WORDS_MILLIS = 5_000;

    private final Socket socket;
    private final Executor threads;
    private final InputStream in;
    private final OutputStream out;

    WebConnection(Socket socket, Executor threads) throws IOException {
        this.socket = socket;
        this.threads = threads;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Serves the next request; returns whether another may follow. */
    boolean serve(HttpHandler handler) throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return false;
        }
        String[] words = first.split(" ", 3);
        if (words.length < 3) {
            throw new IOException("not HTTP: " + first);
        }
        Headers headers = headers();
        InputStream body = body(headers);
        Attendant attendant = new Attendant(Thread.currentThread());
        WebExchange exchange = new WebExchange(
                new WebExchange.Asked(words[0], URI.create(words[1]), headers, body),
                out,
                (InetSocketAddress) socket.getRemoteSocketAddress(),
                () -> threads.execute(attendant));
        try {
            handler.handle(exchange);
        } finally {
            attendant.dismiss();
        }
        if (exchange.getResponseCode() == WebExchange.SWITCHING) {
            hearOut();
        }
        return exchange.isKeptAlive() && words[2].equals("HTTP/1.1");
    }

    /** Notices that the client of a long answer went away, which shows in the next write only, and stops the answer. */
    private final class Attendant implements Runnable {
        private @Nullable Thread server;

        Attendant(Thread server) {
            this.server = server;
        }

        @Override
        public void run() {
            try {
                int unused = in.read();
            } catch (IOException e) {
                LOG.debug("The client of a long answer went away: {}", e.toString());
            }
            stop();
        }

        private synchronized void stop() {
            if (server != null) {
                server.interrupt();
            }
        }

        synchronized void dismiss() {
            server = null;
        }
    }

    /** What the client still says is read, as a connection closed before loses what was sent last. */
    private void hearOut() throws IOException {
        socket.setSoTimeout(LAST_WORDS_MILLIS);
        in.transferTo(OutputStream.nullOutputStream());
    }

    private Headers headers() throws IOException {
        Headers headers = new Headers();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("not a header: " + line);
            }
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private InputStream body(Headers headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.getFirst("Transfer-Encoding"))) {
            return new ByteArrayInputStream(chunks());
        }
        String length = headers.getFirst("Content-Length");
        return new ByteArrayInputStream(length == null ? new byte[0] : exactly(Integer.parseInt(length)));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
            if (size == 0) {
                headers();
                return all.toByteArray();
            }
            all.writeBytes(exactly(size));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the request was cut short");
        }
        return bytes;
    }

    /** Reads a line without its end; an empty one too where the connection has ended. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line of the request is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
