package io.kws.sdk.errors;

public final class NoNodeException extends KwsException {
    NoNodeException() {}
    public NoNodeException(java.util.Map<String, ? extends KwsException> reasons) {}
    public boolean isRetryable() { throw null; }
    public ErrorScope scope() { throw null; }
    public java.util.Map<String, KwsException> reasons() { throw null; }
}
