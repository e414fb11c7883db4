package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * A resource of this name or rental ID is already rented, or another request is creating it. Creating it on another node
 * would make a second one.
 */
public final class AlreadyRentedException extends ConflictException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason what there is already, and what to do
     */
    public AlreadyRentedException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason what there is already, and what to do
     * @param cause what lies below
     */
    public AlreadyRentedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.REQUEST;
    }
}
