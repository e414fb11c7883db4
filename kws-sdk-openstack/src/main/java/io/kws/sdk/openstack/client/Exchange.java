package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.KwsException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, ready to be sent. Immutable.
 *
 * @param method the HTTP method
 * @param service the service's type, for messages and listeners
 * @param uri where to
 * @param headers all headers
 * @param body what to send
 * @param upload the same, if it is read as it is sent
 * @param traits what the wire must know besides
 */
record Exchange(
        String method,
        String service,
        URI uri,
        Map<String, String> headers,
        BodyPublisher body,
        @Nullable Upload upload,
        Traits traits) {

    /** Whether a request may be sent twice, and whether its answer is too large to be kept in memory. */
    enum Traits {
        /** Carrying it out twice is the same as once. */
        REPEATABLE,
        /** Twice is not the same as once. */
        ONCE,
        /** Repeatable, and its answer is read as it comes. */
        STREAMED;

        static Traits of(String method) {
            return method.equals("POST") || method.equals("PATCH") ? ONCE : REPEATABLE;
        }
    }

    Exchange(String method, String service, URI uri, Map<String, String> headers, BodyPublisher body, Traits traits) {
        this(method, service, uri, headers, body, null, traits);
    }

    /** Sends a content that is too large to be kept in memory. */
    Exchange with(Upload content) {
        return new Exchange(method, service, uri, headers, content.publisher(), content, traits);
    }

    Exchange with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Exchange(method, service, uri, more, body, upload, traits);
    }

    Exchange at(URI elsewhere) {
        return new Exchange(method, service, elsewhere, headers, body, upload, traits);
    }

    /** Notes on an error of this that nothing can have been changed, if so: a login changes nothing, either. */
    KwsException judged(KwsException error) {
        return isReading() ? ErrorDetails.withoutEffect(error) : error;
    }

    boolean isReading() {
        return method.equals("GET") || method.equals("HEAD") || uri.getRawPath().endsWith("/auth/tokens");
    }

    boolean isRepeatable() {
        return traits != Traits.ONCE && isReadable();
    }

    /** Returns whether its body can be read again. */
    boolean isReadable() {
        return upload == null || upload.isRepeatable();
    }

    boolean isStreamed() {
        return traits == Traits.STREAMED;
    }

    /** Returns whether its content is too large to be kept in memory, on the way there or back. */
    boolean isTransfer() {
        return upload != null || isStreamed();
    }

    /** Returns what moves while the request is sent. */
    IdleTimer pulse() {
        return upload == null ? new IdleTimer() : upload.pulse();
    }

    /** Sends no more of its content; returns whether all of it may have been sent. */
    boolean stop() {
        return upload != null && upload.stop();
    }

    /** Frees what sending it has opened. */
    void close() {
        if (upload != null) {
            upload.close();
        }
    }

    String pathAndQuery() {
        String query = uri.getRawQuery();
        return uri.getRawPath() + (query == null ? "" : "?" + query);
    }
}
