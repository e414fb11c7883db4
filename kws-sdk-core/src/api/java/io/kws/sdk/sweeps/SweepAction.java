package io.kws.sdk.sweeps;

public enum SweepAction {
    WARN, STOP, DELETE, DELETE_ORPHAN, REPORT;
}
