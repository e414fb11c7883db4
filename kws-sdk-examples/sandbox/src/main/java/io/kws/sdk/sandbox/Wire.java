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

    private Wire() {}

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        Answer.Content content = answer.content();
        open(exchange, answer, content.length());
        if (hasBody(exchange, content.length())) {
            try (InputStream from = content.source().open();
                    OutputStream to = exchange.getResponseBody()) {
                from.transferTo(to);
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
        try (InputStream from = answer.content().source().open()) {
            return from.readAllBytes();
        }
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
