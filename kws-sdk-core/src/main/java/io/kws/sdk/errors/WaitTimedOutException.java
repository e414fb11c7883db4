package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The time limit passed before the expected state was reached; the message names the last state seen. */
public final class WaitTimedOutException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public WaitTimedOutException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public WaitTimedOutException(String reason, @Nullable Throwable cause) {
        super(reason, cause, Answer.MISSING);
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
