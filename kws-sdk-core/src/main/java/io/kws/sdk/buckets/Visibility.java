package io.kws.sdk.buckets;

/** Who may read a bucket. Writing is always the project's alone. */
public enum Visibility {
    /** The project's members, and who else was let in by other means. */
    PRIVATE,
    /** Everybody may list it and read its objects, without any login. */
    PUBLIC
}
