package io.kws.sdk.apps;

public enum PodSecurity {
    BASELINE, RESTRICTED;
}
