package io.kws.sdk.servers;

public enum FloatingIp {
    AS_NEEDED, ALWAYS, NEVER;
}
