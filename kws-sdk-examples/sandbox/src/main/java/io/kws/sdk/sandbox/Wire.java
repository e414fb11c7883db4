package io.kws.sdk.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.kws.sdk.sandbox.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/** Sends answers, quickly or slowly. */
final class Wire {
    private static final int SLICES = 20;
    private static final int PIECE = 1 << 16;

    private Wire() {}

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        Answer.Content content = answer.content();
        if (content.isFeed()) {
            feed(exchange, answer);
            return;
        }
        open(exchange, answer, content.length());
        if (hasBody(exchange, content.length())) {
            try (InputStream from = content.source().open();
                    OutputStream to = exchange.getResponseBody()) {
                from.transferTo(to);
            }
        }
    }

    /** Sends each piece at once, as the next may be long in coming. */
    private static void feed(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        exchange.sendResponseHeaders(answer.status(), 0);
        byte[] piece = new byte[PIECE];
        try (InputStream from = answer.content().source().open();
                OutputStream to = exchange.getResponseBody()) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                to.write(piece, 0, read);
                to.flush();
            }
        }
    }

    static void trickle(HttpExchange exchange, Answer answer, Duration whole) throws IOException, InterruptedException {
        byte[] body = bytes(answer);
        open(exchange, answer, body.length);
        if (!hasBody(exchange, body.length)) {
            return;
        }
        int slice = Math.max(1, body.length / SLICES);
        try (OutputStream to = exchange.getResponseBody()) {
            for (int from = 0; from < body.length; from += slice) {
                to.write(Arrays.copyOfRange(body, from, Math.min(body.length, from + slice)));
                to.flush();
                Thread.sleep(whole.toMillis() / SLICES);
            }
        }
    }

    static byte[] bytes(Answer answer) throws IOException {
        Answer.Content content = answer.content();
        try (InputStream from = content.source().open()) {
            return content.isFeed() ? first(from) : from.readAllBytes();
        }
    }

    /** What a feed brings first; all of it may never come. */
    private static byte[] first(InputStream from) throws IOException {
        byte[] piece = new byte[PIECE];
        int read = from.read(piece);
        return Arrays.copyOf(piece, Math.max(read, 0));
    }

    private static boolean hasBody(HttpExchange exchange, long length) {
        return length > 0 && !exchange.getRequestMethod().equals("HEAD");
    }

    private static void open(HttpExchange exchange, Answer answer, long length) throws IOException {
        answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
        }
        exchange.sendResponseHeaders(answer.status(), hasBody(exchange, length) ? length : -1);
    }
}
