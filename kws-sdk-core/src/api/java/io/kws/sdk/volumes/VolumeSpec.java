package io.kws.sdk.volumes;

public abstract class VolumeSpec {
    VolumeSpec() {}
    public abstract String name();
    public abstract int sizeGib();
    public abstract java.util.Optional<String> availabilityZone();
    public abstract java.util.Optional<String> description();
    public abstract java.util.Optional<String> image();
    public abstract java.util.Optional<String> snapshot();
    public abstract java.util.Optional<String> type();
    public java.time.Duration readyWithin() { throw null; }
    public static VolumeSpec.NeedsName builder() { throw null; }

    public interface NeedsName {
        VolumeSpec.NeedsSize name(String name);
    }

    public interface NeedsSize {
        VolumeSpec.Options sizeGib(int sizeGib);
    }

    public interface Options {
        VolumeSpec build();
        VolumeSpec.Options availabilityZone(String availabilityZone);
        VolumeSpec.Options description(String description);
        VolumeSpec.Options image(String image);
        VolumeSpec.Options readyWithin(java.time.Duration readyWithin);
        VolumeSpec.Options snapshot(String snapshot);
        VolumeSpec.Options type(String type);
    }
}
