package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The use case was cancelled, or the thread interrupted. A cancelled use case is rolled back. */
public final class CancelledException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public CancelledException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public CancelledException(String reason, @Nullable Throwable cause) {
        super(reason, cause, Answer.MISSING);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.CANCELLED;
    }
}
