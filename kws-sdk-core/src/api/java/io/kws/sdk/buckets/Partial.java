package io.kws.sdk.buckets;

public enum Partial {
    DISCARD, KEEP;
}
