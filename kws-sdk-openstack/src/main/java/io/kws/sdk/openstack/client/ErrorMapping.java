package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns a service's refusal into the error that says what to do about it. */
final class ErrorMapping {
    private static final Set<String> NEUTRON_EXHAUSTED =
            Set.of("IpAddressGenerationFailure", "ExternalIpAddressExhausted", "NoNetworkAvailable");
    private static final Pattern QUOTA = Pattern.compile(
            "(quota[\\w ]* exceeded|exceed\\w* .*quota|over quota|maximum number of .* exceeded)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CINDERS_CONFLICT = Pattern.compile("Invalid (volume|snapshot): ");
    private static final int LONGEST_REASON = 500;

    private ErrorMapping() {}

    static KwsException of(Exchange exchange, Answer answer) {
        Fault fault = read(answer);
        String reason = "%s answered %d to %s%s"
                .formatted(
                        exchange.service(),
                        answer.status(),
                        exchange.method() + " " + exchange.uri().getRawPath(),
                        fault.message().isEmpty() ? "" : ": " + fault.message());
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 ->
                new ConfigurationException(reason + "; it redirects to " + redirectedTo(answer)
                        + ": correct the service's address, in the catalogue or by an endpoint override");
            case 400 -> exhausted(fault, reason).orElseGet(() -> badRequest(fault, reason));
            case 401 -> new AuthenticationFailedException(reason);
            case 403 -> isQuota(fault) ? new QuotaExceededException(reason) : new AccessDeniedException(reason);
            case 404 -> new NotFoundException(reason);
            case 405, 406, 410, 501 -> new CapabilityMissingException(reason);
            case 409 -> conflict(fault, reason);
            case 412 -> new ConflictException(reason);
            case 413 -> new QuotaExceededException(reason);
            case 416 -> new InvalidRequestException("it begins beyond the end of what there is: " + reason);
            case 429 -> NodeUnavailableException.refused(reason, null);
            case 408, 502, 503, 504 -> new NodeUnavailableException(reason);
            default ->
                answer.status() >= 500 ? new ServiceFailureException(reason) : new InvalidRequestException(reason);
        };
    }

    /** Cinder calls a state that forbids something a bad request. */
    private static KwsException badRequest(Fault fault, String reason) {
        return CINDERS_CONFLICT.matcher(fault.message()).lookingAt()
                ? new ConflictException(reason)
                : new InvalidRequestException(reason);
    }

    private static KwsException conflict(Fault fault, String reason) {
        if (fault.type().equals("OverQuota") || isQuota(fault)) {
            return new QuotaExceededException(reason);
        }
        return exhausted(fault, reason).orElseGet(() -> new ConflictException(reason));
    }

    /** Neutron calls a pool without addresses now a conflict and now a bad request. */
    private static Optional<KwsException> exhausted(Fault fault, String reason) {
        return NEUTRON_EXHAUSTED.contains(fault.type())
                ? Optional.of(new NoCapacityException(reason))
                : Optional.empty();
    }

    /** Only the place, as the rest of the address may be meant for one reader. */
    private static String redirectedTo(Answer answer) {
        return answer.header("location")
                .map(location -> location.replaceAll("[?#].*", ""))
                .orElse("an unknown place");
    }

    private static boolean isQuota(Fault fault) {
        return QUOTA.matcher(fault.message()).find();
    }

    private record Fault(String type, String message) {}

    /**
     * Reads {@code {"anyName": {"message": ...}}}, as most services write, {@code {"errors": [{"detail": ...}]}}, as
     * Placement and Zun do, or the text of a page.
     */
    private static Fault read(Answer answer) {
        byte[] bytes = answer.bytes();
        JsonNode body = Json.parse(bytes).orElse(Json.object());
        JsonNode first = body.size() == 1 ? body.elements().next() : body;
        JsonNode inner = first.isArray() ? first.path(0) : first;
        String message = Stream.of(
                        inner, inner.path("message"), inner.path("detail"), inner.path("title"), inner.path("error"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseGet(() -> text(bytes));
        return new Fault(inner.path("type").asText(""), shorten(message));
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replaceAll("(?s)<(head|script|style)[ >].*?</\\1>|<[^>]*>", " ")
                .replaceAll("&quot;|&#34;", "\"")
                .replaceAll("&#x27;|&#39;|&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("<br */?>", " ");
    }

    private static String shorten(String message) {
        String line =
                message.replaceAll("<br */?>", " ").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
