package io.kws.sdk.ides;

import java.time.Instant;

/**
 * What an IDE keeps its files on: a PersistentVolumeClaim, ReadWriteOnce. Immutable.
 *
 * @param claim the claim's name
 * @param sizeGib its size in GiB, rounded up; 0 if the cluster tells none
 * @param created when it was made
 */
public record Workspace(String claim, int sizeGib, Instant created) {}
