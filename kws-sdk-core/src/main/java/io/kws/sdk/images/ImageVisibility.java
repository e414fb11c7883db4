package io.kws.sdk.images;

import java.util.Locale;

/** The visibility of an image (Image API v2, {@code visibility}). */
public enum ImageVisibility {
    /** Visible to all projects, in every list. Most clouds allow this to administrators only. */
    PUBLIC,
    /** Visible to its project. */
    PRIVATE,
    /** Visible to its project and the projects that are members of the image. */
    SHARED,
    /** Usable by all projects, but listed only for its own. */
    COMMUNITY;

    /** {@return Glance's name for it, such as {@code public}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
