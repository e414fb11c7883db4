package io.kws.sdk.apps;

public record Storage(String path, int sizeGib, java.util.Optional<String> storageClass) {
    public static Storage of(String path, int sizeGib) { throw null; }
    public static Storage of(String path, int sizeGib, String storageClass) { throw null; }
}
