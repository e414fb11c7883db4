package io.kws.sdk.ides;

/** The state of an IDE, derived from its Deployment, Pod and workspace. */
public enum IdeStatus {
    /** It serves. */
    OPEN,
    /** Being opened, without any failure so far. */
    OPENING,
    /** It does not serve; {@link Ide#reason} says why. */
    FAILED,
    /** Being closed or deleted. */
    CLOSING,
    /** Not running; its workspace is kept for the next opening. */
    CLOSED
}
