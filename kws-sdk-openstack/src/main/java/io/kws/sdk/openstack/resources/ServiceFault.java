package io.kws.sdk.openstack.resources;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The reason that a service gives for a failed resource. Services report it only as text.
 *
 * @param text the service's text; empty if it gave none
 */
public record ServiceFault(String text) {
    private static final Pattern NO_CAPACITY =
            Pattern.compile("not enough hosts|no valid host|insufficient compute resources|no more ip addresses");

    /** {@return the text, or words that stand for a missing one} */
    public String reason() {
        return text.isEmpty() ? "the service gave no reason" : text;
    }

    /**
     * Tells whether the text matches a pattern, in any case.
     *
     * @param lowerCase the pattern, in lower case
     * @return whether it does
     */
    public boolean matches(Pattern lowerCase) {
        return lowerCase.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Returns the error that fits the text.
     *
     * @param message the error's message
     * @return the error
     */
    public KwsException error(String message) {
        if (matches(NO_CAPACITY)) {
            return new NoCapacityException(message);
        }
        return text.toLowerCase(Locale.ROOT).contains("quota")
                ? new QuotaExceededException(message)
                : new ProvisioningFailedException(message);
    }
}
