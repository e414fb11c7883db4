package io.kws.sdk.volumes;

public record VolumeAttachment(String serverId, String device) {
}
