package io.kws.sdk.errors;

public final class WaitTimedOutException extends KwsException {
    WaitTimedOutException() {}
    public WaitTimedOutException(String reason) {}
    public WaitTimedOutException(String reason, Throwable cause) {}
    public boolean isRetryable() { throw null; }
    public ErrorScope scope() { throw null; }
}
