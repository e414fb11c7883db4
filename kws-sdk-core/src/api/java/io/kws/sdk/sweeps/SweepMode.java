package io.kws.sdk.sweeps;

public enum SweepMode {
    CARRY_OUT, DRY_RUN;
}
