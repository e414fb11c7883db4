package io.kws.sdk.errors;

public final class CapabilityMissingException extends KwsException {
    CapabilityMissingException() {}
    public CapabilityMissingException(String reason) {}
    public CapabilityMissingException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
