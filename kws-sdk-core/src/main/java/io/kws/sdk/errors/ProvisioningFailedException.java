package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The cloud accepted the request but failed to complete it; the reason is the cloud's own text. */
public final class ProvisioningFailedException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public ProvisioningFailedException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public ProvisioningFailedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
