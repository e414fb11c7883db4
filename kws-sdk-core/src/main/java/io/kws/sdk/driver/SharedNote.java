package io.kws.sdk.driver;

import java.util.Optional;

/**
 * A short text that a node keeps for all programs that use it with the same rights; a capability of its own. It changes
 * as a whole, and only for who has seen what it was: of several who replace one version of it, one succeeds. Both methods
 * make calls, and throw a {@link io.kws.sdk.errors.KwsException} if the node fails. Thread-safe.
 */
public interface SharedNote {
    /** How many characters it may have. */
    int LONGEST = 255;

    /** {@return the note as it is; one that is not there yet is made, and empty} */
    Version read();

    /**
     * Replaces the text.
     *
     * @param seen what it was when it was read
     * @param text the new text, of at most {@link #LONGEST} characters
     * @return what it is now; nothing if it is not what was seen any more. Where the answer to a first attempt was lost,
     *     nothing may also mean that this very text is there
     */
    Optional<Version> replace(Version seen, String text);

    /**
     * A text, and which one it is. Immutable.
     *
     * @param id where the node keeps it
     * @param revision differs from all others there
     * @param text the text
     */
    record Version(String id, String revision, String text) {}
}
