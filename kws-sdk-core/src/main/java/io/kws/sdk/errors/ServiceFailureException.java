package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** A service failed internally, or its answer cannot be understood. */
public final class ServiceFailureException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public ServiceFailureException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public ServiceFailureException(String reason, @Nullable Throwable cause) {
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
