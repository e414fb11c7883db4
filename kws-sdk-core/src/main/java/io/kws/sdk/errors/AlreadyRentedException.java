package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for is rented already, or being rented by another request: by its name, or by its rental's ID. Somewhere
 * else it would be a second one.
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
