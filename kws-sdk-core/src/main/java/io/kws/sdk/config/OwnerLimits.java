package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;

/**
 * How much the apps of one owner may take together, where each owner has a namespace: the ResourceQuota of the namespaces
 * that the SDK makes from now on; those that are there keep theirs. Immutable.
 *
 * @param pods how many replicas
 * @param cpuMillis the CPU that the replicas are sure of, in thousandths
 * @param memoryMib the memory that the replicas are sure of, in MiB
 * @param storageGib the storage, in GiB
 */
public record OwnerLimits(int pods, int cpuMillis, int memoryMib, int storageGib) {
    /** 20 replicas, 4 CPUs, 8 GiB of memory and 50 GiB of storage. */
    public static final OwnerLimits DEFAULT = new OwnerLimits(20, 4_000, 8_192, 50);

    /**
     * Checks the numbers.
     *
     * @param pods how many replicas
     * @param cpuMillis the CPU
     * @param memoryMib the memory
     * @param storageGib the storage
     * @throws ConfigurationException if one is negative
     */
    public OwnerLimits {
        if (pods < 0 || cpuMillis < 0 || memoryMib < 0 || storageGib < 0) {
            throw new ConfigurationException("a limit of the owners' namespaces is negative");
        }
    }
}
