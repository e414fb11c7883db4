package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The current state forbids the request: the name is taken, or the resource is in use or busy. */
public sealed class ConflictException extends KwsException permits AlreadyRentedException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public ConflictException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public ConflictException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
