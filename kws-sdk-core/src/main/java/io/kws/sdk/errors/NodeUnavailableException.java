package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The node or one of its services did not answer, or is temporarily unavailable. */
public final class NodeUnavailableException extends KwsException {
    private static final long serialVersionUID = 1;

    private NodeUnavailableException(String reason, @Nullable Throwable cause, Answer answer) {
        super(reason, cause, answer);
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
        this(reason, cause, Answer.MISSING);
    }

    /**
     * Returns an error of a request that was not carried out: it was never sent, or sent away.
     *
     * @param reason why not, and what to do
     * @param cause what lies below, if anything does
     * @return the error
     */
    public static NodeUnavailableException refused(String reason, @Nullable Throwable cause) {
        return new NodeUnavailableException(reason, cause, Answer.RECEIVED);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NO_ANSWER;
    }
}
