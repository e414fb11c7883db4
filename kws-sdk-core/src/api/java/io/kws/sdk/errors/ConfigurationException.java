package io.kws.sdk.errors;

public final class ConfigurationException extends KwsException {
    ConfigurationException() {}
    public ConfigurationException(String reason) {}
    public ConfigurationException(String reason, Throwable cause) {}
    public ErrorScope scope() { throw null; }
}
