package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The node or one of its services did not answer, or answered that it cannot now. */
public final class NodeUnavailableException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public NodeUnavailableException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public NodeUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
