package io.kws.sdk.buckets;

/** What becomes of what a failed download has fetched. */
public enum Partial {
    /** It is removed. */
    DISCARD,
    /**
     * It stays beside the file, its name beginning with a dot and ending with {@code .part}; the next download with this
     * setting goes on where it ends, unless the object has changed.
     */
    KEEP
}
