package io.kws.sdk.openstack.client;

import io.kws.sdk.errors.NodeUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param headers all headers, their names in any case
 * @param body what came with it, to be read once; in memory, unless the exchange is streamed
 */
record Answer(int status, Map<String, List<String>> headers, InputStream body) {

    /** A redirection is no success: nothing was done, and the token is not for the place it names. */
    boolean isSuccess() {
        return status < 300 || status == 304;
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    Map<String, String> lowerCaseHeaders() {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return lower;
    }

    String requestId() {
        return header("x-openstack-request-id")
                .or(() -> header("x-compute-request-id"))
                .or(() -> header("x-trans-id"))
                .orElse("");
    }

    /** Gives the connection up if the body has not been read to its end. */
    void close() {
        try {
            body.close();
        } catch (IOException e) {
            return; // given up all the same
        }
    }

    byte[] bytes() {
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new NodeUnavailableException("the connection broke while the answer was read", e);
        }
    }
}
