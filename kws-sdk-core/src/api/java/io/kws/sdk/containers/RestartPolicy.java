package io.kws.sdk.containers;

public record RestartPolicy(RestartPolicy.Kind kind, int maxRetries) {
    public static RestartPolicy always() { throw null; }
    public static RestartPolicy never() { throw null; }
    public static RestartPolicy onFailure(int maxRetries) { throw null; }
    public static RestartPolicy unlessStopped() { throw null; }

    public enum Kind {
        NO, ON_FAILURE, ALWAYS, UNLESS_STOPPED;
    }
}
