package io.kws.sdk.sweeps;

/** Whether a sweep does what is due. */
public enum SweepMode {
    /** It does. */
    CARRY_OUT,
    /** It only says what it would do. */
    DRY_RUN
}
