package io.kws.sdk.apps;

import io.kws.sdk.errors.InvalidRequestException;

/**
 * Storage that outlives the app's Pods, though not the app: a PersistentVolumeClaim, ReadWriteOnce. Immutable.
 *
 * @param path where the app finds it, an absolute path
 * @param sizeGib its size in GiB, at least 1
 * @param storageClass the storage class; empty for the cluster's default one
 */
public record Storage(String path, int sizeGib, String storageClass) {
    /**
     * Checks the values.
     *
     * @param path where the app finds it
     * @param sizeGib its size in GiB
     * @param storageClass the storage class
     * @throws InvalidRequestException if the path is not absolute or holds a colon, or the size is not positive
     */
    public Storage {
        if (!path.startsWith("/") || path.length() < 2 || path.contains(":")) {
            throw new InvalidRequestException(
                    "the storage path \"" + path + "\" is not an absolute path without colons, below the root");
        }
        if (sizeGib < 1) {
            throw new InvalidRequestException("a storage of " + sizeGib + " GiB cannot be");
        }
    }

    /**
     * Returns storage of the cluster's default class.
     *
     * @param path where the app finds it
     * @param sizeGib its size in GiB
     * @return the storage
     */
    public static Storage of(String path, int sizeGib) {
        return new Storage(path, sizeGib, "");
    }
}
