package io.kws.sdk.images;

public abstract class ImageChange {
    ImageChange() {}
    public abstract java.util.Map<String, String> properties();
    public abstract java.util.Optional<String> name();
    public abstract java.util.Optional<ImageVisibility> visibility();
    public abstract java.util.OptionalInt minDiskGib();
    public abstract java.util.OptionalInt minRamMib();
    public abstract java.util.Set<String> removedProperties();
    public static ImageChange.Options builder() { throw null; }

    public interface Options {
        default ImageChange.Options removedProperties(String... names) { throw null; }
        ImageChange build();
        ImageChange.Options minDiskGib(int minDiskGib);
        ImageChange.Options minRamMib(int minRamMib);
        ImageChange.Options name(String name);
        ImageChange.Options properties(java.util.Map<String, ? extends String> properties);
        ImageChange.Options removedProperties(Iterable<String> names);
        ImageChange.Options visibility(ImageVisibility visibility);
    }
}
