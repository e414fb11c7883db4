package io.kws.sdk.volumes;

/**
 * What a volume held at one moment. Immutable.
 *
 * @param id the ID
 * @param name the name; several snapshots may share one
 * @param status Cinder's word for its state; volumes can be made of {@code available} ones only
 * @param sizeGib the volume's size at that moment
 * @param volumeId the volume
 */
public record VolumeSnapshot(String id, String name, String status, int sizeGib, String volumeId) {}
