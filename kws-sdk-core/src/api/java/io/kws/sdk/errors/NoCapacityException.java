package io.kws.sdk.errors;

public final class NoCapacityException extends KwsException {
    NoCapacityException() {}
    public NoCapacityException(String reason) {}
    public NoCapacityException(String reason, Throwable cause) {}
    public boolean isRetryable() { throw null; }
    public ErrorScope scope() { throw null; }
}
