package io.kws.sdk.k8s.client;

import java.util.Optional;
import okhttp3.Headers;

/** What the cluster answered, wholly read. */
record Answer(int status, Headers headers, String body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The ID of the request in the audit log, if the cluster keeps one. */
    String requestId() {
        return header("audit-id").orElse("");
    }
}
