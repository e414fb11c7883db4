package io.kws.sdk.errors;

public final class NodeUnavailableException extends KwsException {
    NodeUnavailableException() {}
    public NodeUnavailableException(String reason) {}
    public NodeUnavailableException(String reason, Throwable cause) {}
    public boolean isRetryable() { throw null; }
    public ErrorScope scope() { throw null; }
    public static NodeUnavailableException refused(String reason, Throwable cause) { throw null; }
}
