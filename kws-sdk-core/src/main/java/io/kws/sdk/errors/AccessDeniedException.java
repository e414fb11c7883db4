package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The credentials are valid but do not permit the request. */
public final class AccessDeniedException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public AccessDeniedException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public AccessDeniedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
