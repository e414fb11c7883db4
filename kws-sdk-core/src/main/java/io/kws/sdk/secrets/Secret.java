package io.kws.sdk.secrets;

import java.util.Objects;

/**
 * A text that must not be seen: a password, a token, a private key. Immutable; prints itself as asterisks, so that it
 * can stand in values and messages.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Returns a secret.
     *
     * @param text what to keep
     * @return the secret
     */
    public static Secret of(String text) {
        return new Secret(Objects.requireNonNull(text, "text"));
    }

    /**
     * Returns the text in clear, for the one place that needs it; never log it.
     *
     * @return the text
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return asterisks, whatever the text} */
    @Override
    public String toString() {
        return "********";
    }
}
