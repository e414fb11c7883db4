package io.kws.sdk.sweeps;

public interface SweepListener {
    public static final SweepListener NONE = null;
    void swept(SweepItem item);
}
