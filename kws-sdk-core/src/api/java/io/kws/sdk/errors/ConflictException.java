package io.kws.sdk.errors;

public /* sealed */ class ConflictException extends KwsException {
    ConflictException() {}
    public ConflictException(String reason) {}
    public ConflictException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
