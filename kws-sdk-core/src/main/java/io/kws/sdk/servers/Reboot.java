package io.kws.sdk.servers;

/** How to reboot. */
public enum Reboot {
    /** A restart by the operating system. */
    SOFT,
    /** A power cycle. */
    HARD
}
