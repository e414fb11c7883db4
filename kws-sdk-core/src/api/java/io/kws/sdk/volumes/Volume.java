package io.kws.sdk.volumes;

public record Volume(String id, String name, String status, int sizeGib, boolean isBootable, java.util.List<VolumeAttachment> attachments) {
}
