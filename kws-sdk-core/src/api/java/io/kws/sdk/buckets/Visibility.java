package io.kws.sdk.buckets;

public enum Visibility {
    PRIVATE, PUBLIC;
}
