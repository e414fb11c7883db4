package io.kws.sdk.errors;

public final class AuthenticationFailedException extends KwsException {
    AuthenticationFailedException() {}
    public AuthenticationFailedException(String reason) {}
    public AuthenticationFailedException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
