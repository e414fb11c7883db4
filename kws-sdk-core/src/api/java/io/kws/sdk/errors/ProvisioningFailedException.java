package io.kws.sdk.errors;

public final class ProvisioningFailedException extends KwsException {
    ProvisioningFailedException() {}
    public ProvisioningFailedException(String reason) {}
    public ProvisioningFailedException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
