package io.kws.sdk.buckets;

public enum UrlAccess {
    READ, WRITE;
}
