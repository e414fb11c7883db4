package io.kws.sdk.apps;

public record LogQuery(int tailLines, java.util.Optional<java.time.Duration> since) {
    public static LogQuery since(java.time.Duration age) { throw null; }
    public static LogQuery tail(int lines) { throw null; }
}
