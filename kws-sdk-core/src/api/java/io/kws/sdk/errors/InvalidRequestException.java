package io.kws.sdk.errors;

public final class InvalidRequestException extends KwsException {
    InvalidRequestException() {}
    public InvalidRequestException(String reason) {}
    public InvalidRequestException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
