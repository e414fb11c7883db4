package io.kws.sdk.volumes;

public interface VolumeSnapshot {
    String id();
    String name();
    String status();
    String volumeId();
    int sizeGib();
}
