package io.kws.sdk.servers;

public enum Reboot {
    SOFT, HARD;
}
