package io.kws.sdk.buckets;

/** What becomes of an object that has the name of the one to be stored. */
public enum IfExists {
    /** It is replaced as soon as the new one is there as a whole. */
    REPLACE,
    /** It stays, and the upload is refused as a conflict. */
    FAIL
}
