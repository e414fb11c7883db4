package io.kws.sdk.volumes;

/** The content of a volume at one moment, kept by Cinder (Block Storage API v3). Immutable. */
public interface VolumeSnapshot {
    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name, an empty text if it has none; several snapshots may share a name} */
    String name();

    /** {@return the state in Cinder's words; volumes can be created from {@code available} snapshots only} */
    String status();

    /** {@return the size in GiB of the volume at that moment} */
    int sizeGib();

    /** {@return the ID of the volume} */
    String volumeId();
}
