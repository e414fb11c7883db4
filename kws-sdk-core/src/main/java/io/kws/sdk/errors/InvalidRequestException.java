package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The request is invalid and must be changed. The receipt names what was created before this was known. */
public final class InvalidRequestException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public InvalidRequestException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public InvalidRequestException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.REQUEST;
    }
}
