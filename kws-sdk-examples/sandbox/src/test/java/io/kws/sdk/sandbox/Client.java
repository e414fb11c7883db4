package io.kws.sdk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A client of one node that knows nothing of OpenStack but how to log in. */
final class Client {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String user;
    private String token = "none";

    private Client(SandboxNode node, String user) {
        this.base = node.authUrl().toString().replace("/identity/v3", "");
        this.user = user;
    }

    static Client anonymous(SandboxNode node) {
        return new Client(node, "demo");
    }

    static Client demo(SandboxNode node) {
        return new Client(node, "demo").login();
    }

    static Client admin(SandboxNode node) {
        return new Client(node, "admin").login();
    }

    Client login() {
        token = post("/identity/v3/auth/tokens", password(user, user)).header("X-Subject-Token");
        return this;
    }

    Client with(String otherToken) {
        token = otherToken;
        return this;
    }

    String token() {
        return token;
    }

    static String password(String user, String password) {
        return """
            {"auth": {
              "identity": {"methods": ["password"], "password": {"user":
                {"name": "%s", "password": "%s", "domain": {"id": "default"}}}},
              "scope": {"project": {"name": "%s", "domain": {"id": "default"}}}}}
            """.formatted(user, password, user);
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Reply delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    Reply send(String method, String path, String body, String... headers) {
        try {
            return attempt(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply attempt(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("X-Auth-Token", token)
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks again and again until the answer is as wanted. */
    Reply await(String path, Predicate<Reply> wanted) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        Reply reply = get(path);
        while (!wanted.test(reply)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still not as wanted: " + reply.text());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            reply = get(path);
        }
        return reply;
    }

    /** An answer. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String string(String pointer) {
            return at(pointer).asText();
        }
    }
}
