package io.kws.sdk.apps;

public enum Exposure {
    AS_CONFIGURED, CLUSTER;
}
