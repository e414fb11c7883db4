package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The resource does not exist, or the credentials cannot see it. */
public final class NotFoundException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason what does not exist, and what was perhaps meant
     */
    public NotFoundException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason what does not exist, and what was perhaps meant
     * @param cause what lies below
     */
    public NotFoundException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
