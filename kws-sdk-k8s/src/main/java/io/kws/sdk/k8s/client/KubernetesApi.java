package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.PlainText;
import io.kws.sdk.driver.http.Refusal;
import io.kws.sdk.driver.http.Refusal.Meaning;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceFamily;
import io.kws.sdk.driver.http.ServiceRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The words of the Kubernetes API, and what its refusals, objects of kind {@code Status}, mean beyond the status code. */
final class KubernetesApi implements ServiceFamily {
    /** The name of the service in errors and for listeners. */
    static final String SERVICE = "kubernetes";

    private static final Set<String> OUTDATED = Set.of("Expired", "Gone");

    @Override
    public String nameOf(ServiceRequest request) {
        return "the cluster";
    }

    /** A cluster that keeps an audit log tells the ID of the request in it. */
    @Override
    public List<String> requestIdHeaders() {
        return List.of("audit-id");
    }

    @Override
    public String certificateAdvice() {
        return "name its authority in the configuration of the cluster";
    }

    @Override
    public String addressAdvice() {
        return "correct the address of the cluster";
    }

    @Override
    public Refusal read(ServiceAnswer answer) {
        String body = answer.text();
        JsonNode status = Json.read(body);
        String message = PlainText.of(status.path("message").asText(body));
        return switch (answer.status()) {
            case 403 -> new Refusal(message, meaningOfForbidden(status, message));
            case 404 -> notFound(status, message);
            case 410 -> new Refusal(message, isOutdated(status) ? Meaning.OUTDATED : Meaning.AS_STATUS);
            default -> new Refusal(message, Meaning.AS_STATUS);
        };
    }

    /** A quota has no reason of its own, only words. */
    private static Meaning meaningOfForbidden(JsonNode status, String message) {
        if (message.contains("exceeded quota")) {
            return Meaning.QUOTA_EXCEEDED;
        }
        if (isNamespaceTerminating(status)) {
            return Meaning.CONFLICT;
        }
        boolean isLimit = message.contains("failed quota") || message.contains("usage per ");
        return isLimit ? Meaning.INVALID : Meaning.AS_STATUS;
    }

    /** What was asked for goes on from a version that the cluster has forgotten. */
    private static boolean isOutdated(JsonNode status) {
        return OUTDATED.contains(status.path("reason").asText());
    }

    private static boolean isNamespaceTerminating(JsonNode status) {
        return StreamSupport.stream(status.path("details").path("causes").spliterator(), false)
                .anyMatch(cause -> cause.path("reason").asText().equals("NamespaceTerminating"));
    }

    /** If an object is missing, a Status says so; if the API is missing, a page does. */
    private static Refusal notFound(JsonNode status, String message) {
        JsonNode details = status.path("details");
        if (!status.path("reason").asText().equals("NotFound") || !details.has("name")) {
            return new Refusal(message, Meaning.API_MISSING);
        }
        // the cluster says it the same way if the namespace of a new object is missing
        boolean isNamespace = details.path("kind").asText().equals("namespaces");
        String absence = "the namespace \"%s\" does not exist"
                .formatted(details.path("name").asText());
        return new Refusal(isNamespace ? absence + "; " + message : message, Meaning.AS_STATUS);
    }
}
