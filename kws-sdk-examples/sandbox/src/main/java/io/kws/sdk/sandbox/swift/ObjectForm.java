package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.net.URLConnection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the headers of a request say an object should have. */
final class ObjectForm {
    private static final List<String> KEPT = List.of(
            "Content-Disposition",
            "Content-Encoding",
            "X-Object-Manifest",
            "Cache-Control",
            "Content-Language",
            "Expires",
            "X-Robots-Tag");

    private final Request request;
    private final Instant now;

    ObjectForm(Request request, Instant now) {
        this.request = request;
        this.now = now;
    }

    Metadata metadata() {
        Metadata metadata = new Metadata("Object");
        metadata.update(request.headers());
        return metadata;
    }

    /** Returns the other headers that stay with the object. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT.forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
        request.header("X-Delete-At").ifPresent(at -> headers.put("X-Delete-At", deleteAt(number(at, "X-Delete-At"))));
        request.header("X-Delete-After")
                .ifPresent(after ->
                        headers.put("X-Delete-At", deleteAt(now.getEpochSecond() + number(after, "X-Delete-After"))));
        return headers;
    }

    private static long number(String text, String header) {
        if (!text.matches("-?\\d{1,12}")) {
            throw new Refusal(400, Pages.PLAIN, "Non-integer " + header);
        }
        return Long.parseLong(text);
    }

    private String deleteAt(long second) {
        if (second <= now.getEpochSecond()) {
            throw new Refusal(400, Pages.PLAIN, "X-Delete-At in past");
        }
        return String.valueOf(second);
    }

    String contentType(String name) {
        return request.header("Content-Type").filter(type -> !type.isEmpty()).orElseGet(() -> {
            String guess = URLConnection.guessContentTypeFromName(name);
            return guess == null ? "application/octet-stream" : guess;
        });
    }
}
