package io.kws.sdk.volumes;

public interface VolumeAttachment {
    String serverId();
    java.util.Optional<String> device();
}
