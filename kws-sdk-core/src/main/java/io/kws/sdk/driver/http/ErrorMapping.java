package io.kws.sdk.driver.http;

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

/** The one table that says which refusal is which error, whatever service it came from. Immutable. */
public final class ErrorMapping {
    private final ServiceFamily family;

    /**
     * Makes the table for a family of services.
     *
     * @param family reads their words
     */
    public ErrorMapping(ServiceFamily family) {
        this.family = family;
    }

    /**
     * Returns the error of a refusal.
     *
     * @param request the request
     * @param answer the refusal, its body unread
     * @return the error
     */
    public KwsException of(ServiceRequest request, ServiceAnswer answer) {
        Refusal refusal = family.read(answer);
        String reason = "%s answered %d to %s %s%s"
                .formatted(
                        request.service(),
                        answer.status(),
                        request.method(),
                        request.uri().getRawPath(),
                        refusal.message().isEmpty() ? "" : ": " + refusal.message());
        return switch (refusal.meaning()) {
            case QUOTA_EXCEEDED -> new QuotaExceededException(reason);
            case NO_CAPACITY -> new NoCapacityException(reason);
            case CONFLICT -> new ConflictException(reason);
            case INVALID -> new InvalidRequestException(reason);
            case API_MISSING -> new CapabilityMissingException(reason);
            case OUTDATED -> new ServiceFailureException(reason);
            case AS_STATUS -> byStatus(answer, reason);
        };
    }

    private KwsException byStatus(ServiceAnswer answer, String reason) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new AuthenticationFailedException(reason);
            case 403 -> new AccessDeniedException(reason);
            case 404 -> new NotFoundException(reason);
            case 405, 406, 410, 415, 501 -> new CapabilityMissingException(reason);
            case 408, 502, 503, 504 -> new NodeUnavailableException(reason);
            case 409, 412 -> new ConflictException(reason);
            case 416 -> new InvalidRequestException("the range begins beyond the end of the content: " + reason);
            case 429 -> NodeUnavailableException.refused(reason, null);
            default -> status < 400 ? redirected(answer, reason) : byClass(status, reason);
        };
    }

    private static KwsException byClass(int status, String reason) {
        return status >= 500 ? new ServiceFailureException(reason) : new InvalidRequestException(reason);
    }

    private KwsException redirected(ServiceAnswer answer, String reason) {
        return new ConfigurationException(
                "%s; it redirects to %s: %s".formatted(reason, target(answer), family.addressAdvice()));
    }

    /** Leaves the query out, which may hold secrets. */
    private static String target(ServiceAnswer answer) {
        return answer.header("location")
                .map(location -> location.replaceAll("[?#].*", ""))
                .orElse("an unknown address");
    }
}
