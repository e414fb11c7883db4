package io.kws.sdk.apps;

public enum AppStatus {
    AVAILABLE, PROGRESSING, DEGRADED, FAILED, STOPPED, DELETING;
}
