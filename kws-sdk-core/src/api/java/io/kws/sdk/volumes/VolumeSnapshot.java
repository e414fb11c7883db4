package io.kws.sdk.volumes;

public record VolumeSnapshot(String id, String name, String status, int sizeGib, String volumeId) {
}
