package io.kws.sdk.images;

public interface Image {
    String id();
    String name();
    String status();
    String visibility();
    int minDiskGib();
    int minRamMib();
    java.util.Map<String, String> properties();
    java.util.Optional<String> adminUser();
    java.util.Optional<String> diskFormat();
    java.util.OptionalLong sizeBytes();
}
