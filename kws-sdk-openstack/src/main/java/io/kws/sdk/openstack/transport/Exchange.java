package io.kws.sdk.openstack.transport;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP request, ready to be sent. Immutable.
 *
 * @param method the HTTP method
 * @param service the service's type, for messages and listeners
 * @param uri where to
 * @param headers all headers
 * @param body what to send
 * @param traits what the wire must know besides
 */
record Exchange(
        String method, String service, URI uri, Map<String, String> headers, BodyPublisher body, Traits traits) {

    /** Whether a request may be sent twice, and whether its answer is too large to be kept in memory. */
    enum Traits {
        /** Carrying it out twice is the same as once. */
        REPEATABLE,
        /** Twice is not the same as once. */
        ONCE,
        /** Its body is a stream, which can be read only once. */
        UPLOAD,
        /** Repeatable, and its answer is read as it comes. */
        STREAMED;

        static Traits of(String method) {
            return method.equals("POST") || method.equals("PATCH") ? ONCE : REPEATABLE;
        }
    }

    Exchange with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Exchange(method, service, uri, more, body, traits);
    }

    Exchange at(URI elsewhere) {
        return new Exchange(method, service, elsewhere, headers, body, traits);
    }

    boolean isRepeatable() {
        return traits != Traits.ONCE && isReadable();
    }

    /** Returns whether its body can be read again. */
    boolean isReadable() {
        return traits != Traits.UPLOAD;
    }

    boolean isStreamed() {
        return traits == Traits.STREAMED;
    }

    String pathAndQuery() {
        String query = uri.getRawQuery();
        return uri.getRawPath() + (query == null ? "" : "?" + query);
    }
}
