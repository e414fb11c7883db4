package io.kws.sdk.rentals;

public record TermCaps(java.time.Duration perExtension, java.time.Duration inTotal) {
    public static final TermCaps NONE = null;
}
