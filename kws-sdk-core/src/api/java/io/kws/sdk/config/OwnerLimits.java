package io.kws.sdk.config;

public record OwnerLimits(int pods, int cpuMillis, int memoryMib, int storageGib) {
    public static final OwnerLimits DEFAULT = null;
}
