package io.kws.sdk.apps;

import io.kws.sdk.internal.checks.Require;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Storage that outlives the Pods of an app, but not the app: a PersistentVolumeClaim, ReadWriteOnce. Immutable.
 *
 * @param path the path in the app, absolute and below the root
 * @param sizeGib the size in GiB, at least 1
 * @param storageClass the storage class; empty for the cluster's default class
 */
public record Storage(String path, int sizeGib, Optional<String> storageClass) {
    private static final Pattern PATH = Pattern.compile("/[^:]+");

    /**
     * Checks the values.
     *
     * @param path the path in the app
     * @param sizeGib the size in GiB
     * @param storageClass the storage class
     * @throws io.kws.sdk.errors.InvalidRequestException if the path is not absolute or contains a colon, the size is below
     *     1, or the class is blank
     */
    public Storage {
        Require.matches("storage path", PATH, "an absolute path below the root, without colons", path);
        Require.atLeast("storage size", 1, "GiB", sizeGib);
        storageClass.ifPresent(name -> Require.filled("storage class", name));
    }

    /**
     * Returns storage of the cluster's default class.
     *
     * @param path the path in the app
     * @param sizeGib the size in GiB
     * @return the storage
     * @throws io.kws.sdk.errors.InvalidRequestException if the path is not absolute or contains a colon, or the size is
     *     below 1
     */
    public static Storage of(String path, int sizeGib) {
        return new Storage(path, sizeGib, Optional.empty());
    }

    /**
     * Returns storage of a class.
     *
     * @param path the path in the app
     * @param sizeGib the size in GiB
     * @param storageClass the storage class
     * @return the storage
     * @throws io.kws.sdk.errors.InvalidRequestException if the path is not absolute or contains a colon, the size is below
     *     1, or the class is blank
     */
    public static Storage of(String path, int sizeGib, String storageClass) {
        return new Storage(path, sizeGib, Optional.of(storageClass));
    }
}
