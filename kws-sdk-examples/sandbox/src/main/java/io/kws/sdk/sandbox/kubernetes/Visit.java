package io.kws.sdk.sandbox.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * What somebody asks an app for.
 *
 * @param method the HTTP method
 * @param path the path
 * @param headers the headers, their names in any case
 * @param body the body
 */
record Visit(String method, String path, Map<String, List<String>> headers, String body) {
    static Visit to(String path) {
        return new Visit("GET", path, Map.of(), "");
    }

    /** The first value; empty if there is none. */
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }
}
