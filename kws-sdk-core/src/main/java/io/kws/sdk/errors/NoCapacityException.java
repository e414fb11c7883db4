package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The node has no capacity for the resource now. Try another node, a smaller flavor or a later time. */
public final class NoCapacityException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public NoCapacityException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public NoCapacityException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
