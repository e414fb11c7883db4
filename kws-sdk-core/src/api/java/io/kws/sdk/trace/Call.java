package io.kws.sdk.trace;

public record Call(String node, String service, String method, String path, int status, java.time.Duration took, String requestId) {
}
