package io.kws.sdk.errors;

public final class CancelledException extends KwsException {
    CancelledException() {}
    public CancelledException(String reason) {}
    public CancelledException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
