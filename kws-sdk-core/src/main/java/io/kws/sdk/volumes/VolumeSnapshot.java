package io.kws.sdk.volumes;

/** A point-in-time copy of a volume in Cinder (Block Storage API v3). Immutable. */
public interface VolumeSnapshot {
    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name, empty if it has none; several snapshots may share a name} */
    String name();

    /** {@return the state as Cinder names it; volumes can be created from {@code available} snapshots only} */
    String status();

    /** {@return the size in GiB of the volume at that moment} */
    int sizeGib();

    /** {@return the ID of the volume} */
    String volumeId();
}
