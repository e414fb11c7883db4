package io.kws.sdk.servers;

/** How to reboot. */
public enum Reboot {
    /** Asks the operating system to. */
    SOFT,
    /** Power off and on. */
    HARD
}
