package io.kws.sdk.buckets;

/** What a temporary URL allows. */
public enum UrlAccess {
    /** Reading the object by GET and HEAD. */
    READ,
    /** Storing the object by PUT, and HEAD. */
    WRITE
}
