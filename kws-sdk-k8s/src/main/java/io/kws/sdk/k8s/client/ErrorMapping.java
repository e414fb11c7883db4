package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import java.util.stream.StreamSupport;

/** Turns a refusal, which the API tells by a {@code Status}, into the error that says what to do about it. */
final class ErrorMapping {
    private static final int LONGEST_REASON = 1_000;

    private ErrorMapping() {}

    static KwsException of(Request request, Answer answer) {
        JsonNode status = Json.parse(answer.body()).orElse(Json.object());
        String message = shorten(status.path("message").asText(text(answer)));
        String reason = "kubernetes answered %d to %s%s"
                .formatted(answer.status(), request, message.isEmpty() ? "" : ": " + message);
        return switch (answer.status()) {
            case 401 -> new AuthenticationFailedException(reason);
            case 403 -> forbidden(status, message, reason);
            case 404 -> notFound(status, reason);
            case 405, 406, 415 -> new CapabilityMissingException(reason);
            case 409, 412 -> new ConflictException(reason);
            case 429 -> NodeUnavailableException.refused(reason, null);
            case 410 -> new ServiceFailureException(reason); // what was asked for is history
            case 408, 502, 503, 504 -> new NodeUnavailableException(reason);
            default -> other(answer.status(), reason);
        };
    }

    private static KwsException other(int status, String reason) {
        if (status >= 500) {
            return new ServiceFailureException(reason);
        }
        return status < 400
                ? new ConfigurationException(reason + "; correct the cluster's address, as it leads elsewhere")
                : new InvalidRequestException(reason);
    }

    /** A quota has no reason of its own, only words. */
    private static KwsException forbidden(JsonNode status, String message, String reason) {
        if (message.contains("exceeded quota")) {
            return new QuotaExceededException(reason);
        }
        if (isNamespaceTerminating(status)) {
            return new ConflictException(reason);
        }
        boolean isLimit = message.contains("failed quota") || message.contains("usage per ");
        return isLimit ? new InvalidRequestException(reason) : new AccessDeniedException(reason);
    }

    private static boolean isNamespaceTerminating(JsonNode status) {
        return StreamSupport.stream(status.path("details").path("causes").spliterator(), false)
                .anyMatch(cause -> cause.path("reason").asText().equals("NamespaceTerminating"));
    }

    /** Where there is no such object, a Status says so; where there is no such API, a page does. */
    private static KwsException notFound(JsonNode status, String reason) {
        boolean isObject = status.path("reason").asText().equals("NotFound")
                && status.path("details").has("name");
        return isObject ? new NotFoundException(absence(status) + reason) : new CapabilityMissingException(reason);
    }

    /** What was to be made in a namespace that is not there is told as if it were not there itself. */
    private static String absence(JsonNode status) {
        JsonNode details = status.path("details");
        return details.path("kind").asText().equals("namespaces")
                ? "the namespace \"%s\" does not exist; "
                        .formatted(details.path("name").asText())
                : "";
    }

    private static String text(Answer answer) {
        return answer.body().replaceAll("(?s)<(head|script|style)[ >].*?</\\1>|<[^>]*>", " ");
    }

    private static String shorten(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
