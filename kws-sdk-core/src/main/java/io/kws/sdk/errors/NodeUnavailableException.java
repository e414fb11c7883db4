package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The node or one of its services did not answer, or answered that it cannot now. */
public final class NodeUnavailableException extends KwsException {
    private static final long serialVersionUID = 1;

    /** Whether the request cannot have been carried out. */
    private final boolean refused;

    private NodeUnavailableException(String reason, @Nullable Throwable cause, boolean refused) {
        super(reason, cause);
        this.refused = refused;
    }

    /**
     * Makes an error of a request whose outcome is not known.
     *
     * @param reason why not, and what to do
     */
    public NodeUnavailableException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error of a request whose outcome is not known, with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public NodeUnavailableException(String reason, @Nullable Throwable cause) {
        this(reason, cause, false);
    }

    /**
     * Returns an error of a request that was not carried out: it was never sent, or sent away.
     *
     * @param reason why not, and what to do
     * @param cause what lies below, if anything does
     * @return the error
     */
    public static NodeUnavailableException refused(String reason, @Nullable Throwable cause) {
        return new NodeUnavailableException(reason, cause, true);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    boolean isSilence() {
        return !refused;
    }
}
