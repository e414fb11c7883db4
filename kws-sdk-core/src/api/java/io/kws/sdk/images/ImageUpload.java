package io.kws.sdk.images;

public abstract class ImageUpload {
    ImageUpload() {}
    public abstract String name();
    public abstract io.kws.sdk.transfers.Content content();
    public abstract java.util.Map<String, String> properties();
    public abstract java.util.Optional<String> adminUser();
    public abstract java.util.Optional<DiskFormat> diskFormat();
    public abstract java.util.OptionalInt minDiskGib();
    public abstract java.util.OptionalInt minRamMib();
    public ImageVisibility visibility() { throw null; }
    public io.kws.sdk.transfers.TransferListener listener() { throw null; }
    public static ImageUpload.NeedsName builder() { throw null; }

    public interface NeedsContent {
        default ImageUpload.Options content(java.nio.file.Path file) { throw null; }
        ImageUpload.Options content(io.kws.sdk.transfers.Content content);
    }

    public interface NeedsName {
        ImageUpload.NeedsContent name(String name);
    }

    public interface Options {
        ImageUpload build();
        ImageUpload.Options adminUser(String adminUser);
        ImageUpload.Options diskFormat(DiskFormat diskFormat);
        ImageUpload.Options listener(io.kws.sdk.transfers.TransferListener listener);
        ImageUpload.Options minDiskGib(int minDiskGib);
        ImageUpload.Options minRamMib(int minRamMib);
        ImageUpload.Options properties(java.util.Map<String, ? extends String> properties);
        ImageUpload.Options visibility(ImageVisibility visibility);
    }
}
