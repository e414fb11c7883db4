package io.kws.sdk.sweeps;

public record EndPolicy(EndPolicy.First first, java.time.Duration grace) {
    public static EndPolicy delete() { throw null; }
    public static EndPolicy keep() { throw null; }
    public static EndPolicy stopThenDelete(java.time.Duration grace) { throw null; }

    public enum First {
        DELETE, STOP, KEEP;
    }
}
