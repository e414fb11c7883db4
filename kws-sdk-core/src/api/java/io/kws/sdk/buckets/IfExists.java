package io.kws.sdk.buckets;

public enum IfExists {
    REPLACE, FAIL;
}
