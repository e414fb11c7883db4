package io.kws.sdk.errors;

public final class ServiceFailureException extends KwsException {
    ServiceFailureException() {}
    public ServiceFailureException(String reason) {}
    public ServiceFailureException(String reason, Throwable cause) {}
    public boolean isRetryable() { throw null; }
    public ErrorScope scope() { throw null; }
}
