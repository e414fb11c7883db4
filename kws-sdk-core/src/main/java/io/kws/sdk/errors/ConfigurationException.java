package io.kws.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The configuration names something that is unknown, missing or contradictory. */
public final class ConfigurationException extends KwsException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do
     */
    public ConfigurationException(String reason) {
        this(reason, null);
    }

    /**
     * Makes an error with what lies below it.
     *
     * @param reason why not, and what to do
     * @param cause what lies below
     */
    public ConfigurationException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.REQUEST;
    }
}
