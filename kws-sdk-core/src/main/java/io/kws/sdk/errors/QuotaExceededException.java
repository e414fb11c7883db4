package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The request exceeds a quota of the project. Release resources or ask for a larger quota. */
public final class QuotaExceededException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public QuotaExceededException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public QuotaExceededException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
