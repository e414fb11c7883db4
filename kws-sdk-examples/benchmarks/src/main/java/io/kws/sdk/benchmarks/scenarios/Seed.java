package io.kws.sdk.benchmarks.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.SandboxNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills a node by plain requests, as a rent of each would take too long. */
final class Seed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS = 30;
    private static final int OVER = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final String token;

    private Seed(SandboxNode node) {
        this.root = node.authUrl().resolve("/");
        this.token = logIn(node);
    }

    /** Makes rented servers without ports, every fifth of which is over since a day. */
    static void rentals(SandboxNode node, int count) {
        Seed seed = new Seed(node);
        String image = seed.get("image/v2/images").at("/images/0/id").asText();
        String flavor = seed.get("compute/v2.1/flavors").at("/flavors/0/id").asText();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < count; i++) {
            Instant end = i % OVER == 0 ? now.minus(1, ChronoUnit.DAYS) : now.plus(DAYS, ChronoUnit.DAYS);
            Rental rental = new Rental(RentalId.random(), "bench", now.minus(DAYS, ChronoUnit.DAYS), Optional.of(end));
            seed.post(
                    "compute/v2.1/servers",
                    Map.of(
                            "server",
                            Map.of(
                                    "name",
                                    "seed-" + i,
                                    "imageRef",
                                    image,
                                    "flavorRef",
                                    flavor,
                                    "networks",
                                    "none",
                                    "metadata",
                                    RentalTags.of(rental))));
        }
    }

    private String logIn(SandboxNode node) {
        Map<String, Object> domain = Map.of("id", "default");
        Map<String, Object> user = Map.of("name", node.userName(), "domain", domain, "password", node.password());
        Map<String, Object> project = Map.of("name", node.projectName(), "domain", domain);
        Map<String, Object> body = Map.of(
                "auth",
                Map.of(
                        "identity", Map.of("methods", List.of("password"), "password", Map.of("user", user)),
                        "scope", Map.of("project", project)));
        return send(request("identity/v3/auth/tokens").POST(BodyPublishers.ofByteArray(bytes(body))))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(send(authorized(path).GET()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void post(String path, Map<String, Object> body) {
        send(authorized(path).POST(BodyPublishers.ofByteArray(bytes(body))));
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path).header("X-Auth-Token", token).header("OpenStack-API-Version", "compute 2.37");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).header("Content-Type", "application/json");
    }

    private static byte[] bytes(Map<String, Object> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        answer + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
