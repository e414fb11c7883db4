package io.kws.sdk.errors;

public final class NotFoundException extends KwsException {
    NotFoundException() {}
    public NotFoundException(String reason) {}
    public NotFoundException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
