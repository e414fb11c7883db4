package io.kws.sdk.images;

import java.util.Locale;

/** Who sees an image (Image API v2, {@code visibility}). */
public enum ImageVisibility {
    /** Everybody, in every list. Most clouds let administrators only publish so. */
    PUBLIC,
    /** Its project. */
    PRIVATE,
    /** Its project, and those that were made members of it. */
    SHARED,
    /** Everybody, but only its project's lists show it. */
    COMMUNITY;

    /** {@return Glance's word, such as {@code public}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
