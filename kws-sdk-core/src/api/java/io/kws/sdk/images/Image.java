package io.kws.sdk.images;

public record Image(String id, String name, String status, String diskFormat, long sizeBytes, int minDiskGib, int minRamMib, String visibility, String adminUser, java.util.Map<String, String> properties) {
}
