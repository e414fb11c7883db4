package io.kws.sdk.openstack.resources;

import java.util.OptionalLong;

/** Reads numbers that services write as text. */
public final class Numbers {
    private static final String NUMBER = "\\d{1,18}";

    private Numbers() {}

    /**
     * Returns the number in a text.
     *
     * @param text the text
     * @return the number; empty if the text is not a whole number
     */
    public static OptionalLong parse(String text) {
        return text.matches(NUMBER) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
