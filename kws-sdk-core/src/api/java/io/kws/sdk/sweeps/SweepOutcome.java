package io.kws.sdk.sweeps;

public enum SweepOutcome {
    DONE, PLANNED, OVERTAKEN, FAILED;
}
