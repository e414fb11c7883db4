package io.kws.sdk.volumes;

public interface Volume {
    String id();
    String name();
    String status();
    boolean isBootable();
    int sizeGib();
    java.util.List<VolumeAttachment> attachments();
}
