package io.kws.sdk.driver.http;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which error it is if an attempt ends without an answer. */
final class ConnectionErrors {
    private final ServiceFamily family;

    ConnectionErrors(ServiceFamily family) {
        this.family = family;
    }

    KwsException of(ServiceRequest request, PendingAnswer attempt, Throwable cause) {
        Optional<Exception> unread = request.content().flatMap(StreamedContent::failure);
        if (unread.isPresent()) {
            return unreadable(unread.get());
        }
        if (cause instanceof IllegalArgumentException invalid) {
            return impossible(request, invalid);
        }
        if (isDistrust(cause)) {
            return new ConfigurationException(
                    "the certificate of %s is not trusted (%s); %s"
                            .formatted(place(request), words(cause), family.certificateAdvice()),
                    cause);
        }
        return attempt.isSent(cause)
                ? new NodeUnavailableException(
                        "the connection broke during %s (%s)".formatted(request, words(cause)), cause)
                : NodeUnavailableException.refused(
                        "cannot connect to %s (%s)".formatted(place(request), words(cause)), cause);
    }

    /** The error of a request that HTTP clients do not send. */
    static InvalidRequestException impossible(ServiceRequest request, IllegalArgumentException cause) {
        return new InvalidRequestException(
                "%s cannot be sent by HTTP: %s".formatted(request, cause.getMessage()), cause);
    }

    private String place(ServiceRequest request) {
        return "%s at %s:%d".formatted(family.nameOf(request), request.uri().getHost(), port(request));
    }

    private static int port(ServiceRequest request) {
        int port = request.uri().getPort();
        return port >= 0 ? port : "https".equals(request.uri().getScheme()) ? 443 : 80;
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static KwsException unreadable(Exception failure) {
        if (failure instanceof RuntimeException known) { // of the SDK, or of the program's own making
            throw known;
        }
        return new InvalidRequestException("the content to send cannot be read: " + failure.getMessage(), failure);
    }

    private static boolean isDistrust(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }
}
