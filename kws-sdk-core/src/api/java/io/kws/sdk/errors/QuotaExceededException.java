package io.kws.sdk.errors;

public final class QuotaExceededException extends KwsException {
    QuotaExceededException() {}
    public QuotaExceededException(String reason) {}
    public QuotaExceededException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
