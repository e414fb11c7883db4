package io.kws.sdk.ides;

/** The state of an IDE, as its Deployment, Pod and workspace tell. */
public enum IdeStatus {
    /** It serves. */
    OPEN,
    /** Being opened, and nothing speaks against it yet. */
    OPENING,
    /** It does not serve; {@link Ide#reason} says why. */
    FAILED,
    /** Being closed or deleted. */
    CLOSING,
    /** Nothing of it runs; its workspace waits for the next open. */
    CLOSED
}
