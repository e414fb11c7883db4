package io.kws.sdk.errors;

public final class AmbiguousException extends KwsException {
    AmbiguousException() {}
    public AmbiguousException(String reason, java.util.List<String> candidates) {}
    public ErrorScope scope() { throw null; }
    public java.util.List<String> candidates() { throw null; }
}
