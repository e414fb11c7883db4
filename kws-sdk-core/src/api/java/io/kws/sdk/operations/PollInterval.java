package io.kws.sdk.operations;

public record PollInterval(java.time.Duration shortest, double share, java.time.Duration longest) {
    public java.time.Duration pauseAfter(java.time.Duration waited) { throw null; }
    public static final PollInterval DEFAULT = null;
    public static PollInterval every(java.time.Duration pause) { throw null; }
}
