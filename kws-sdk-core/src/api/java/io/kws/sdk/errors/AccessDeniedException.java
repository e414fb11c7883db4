package io.kws.sdk.errors;

public final class AccessDeniedException extends KwsException {
    AccessDeniedException() {}
    public AccessDeniedException(String reason) {}
    public AccessDeniedException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
