package io.kws.sdk.internal.text;

import java.util.Optional;

/** Reads texts that services leave empty where they have nothing to say. */
public final class OptionalText {
    private OptionalText() {}

    /** Returns the text, or nothing if it is empty. */
    public static Optional<String> of(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
