package io.kws.sdk.openstack.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Turns a service's refusal into the error that says what to do about it. */
final class Faults {
    private static final Set<String> NEUTRON_EXHAUSTED =
            Set.of("IpAddressGenerationFailure", "ExternalIpAddressExhausted", "NoNetworkAvailable");
    private static final int LONGEST_REASON = 500;

    private Faults() {}

    static KwsException of(Exchange exchange, Answer answer) {
        Fault fault = read(answer);
        String reason = "%s answered %d to %s%s"
                .formatted(
                        exchange.service(),
                        answer.status(),
                        exchange.method() + " " + exchange.uri().getRawPath(),
                        fault.message().isEmpty() ? "" : ": " + fault.message());
        return switch (answer.status()) {
            case 401 -> new AuthenticationFailedException(reason);
            case 403 -> isQuota(fault) ? new QuotaExceededException(reason) : new AccessDeniedException(reason);
            case 404 -> new NotFoundException(reason);
            case 406, 501 -> new CapabilityMissingException(reason);
            case 409 -> conflict(fault, reason);
            case 413 -> new QuotaExceededException(reason);
            case 408, 429, 502, 503, 504 -> new NodeUnavailableException(reason);
            default ->
                answer.status() >= 500 ? new ServiceFailureException(reason) : new InvalidRequestException(reason);
        };
    }

    private static KwsException conflict(Fault fault, String reason) {
        if (fault.type().equals("OverQuota") || isQuota(fault)) {
            return new QuotaExceededException(reason);
        }
        return NEUTRON_EXHAUSTED.contains(fault.type())
                ? new NoCapacityException(reason)
                : new ConflictException(reason);
    }

    private static boolean isQuota(Fault fault) {
        return fault.message().toLowerCase(Locale.ROOT).contains("quota");
    }

    private record Fault(String type, String message) {}

    /** Reads {@code {"anyName": {"message": ...}}}, as all services but Glance and Swift write, or the text of a page. */
    private static Fault read(Answer answer) {
        byte[] bytes = answer.bytes();
        JsonNode body = Json.parse(bytes).orElse(Json.object());
        JsonNode inner = body.size() == 1 && body.elements().next().isObject()
                ? body.elements().next()
                : body;
        String message = inner.path("message").asText("");
        if (message.isEmpty() && inner.path("error").isTextual()) {
            message = inner.path("error").asText();
        }
        if (message.isEmpty() && inner.isObject() && inner.isEmpty()) {
            message = new String(bytes, StandardCharsets.UTF_8).replaceAll("(?s)<head>.*?</head>|<[^>]*>", " ");
        }
        return new Fault(inner.path("type").asText(""), shorten(message));
    }

    private static String shorten(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
