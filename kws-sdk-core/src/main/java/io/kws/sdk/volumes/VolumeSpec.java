package io.kws.sdk.volumes;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.style.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Describes a volume to create. Only name and size are required; each accessor documents its default. Immutable.
 *
 * <pre>{@code
 * VolumeSpec spec = VolumeSpec.builder().name("data").sizeGib(20).build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class VolumeSpec {
    private static final int LONGEST = 255;

    VolumeSpec() {}

    /** {@return a builder, which requires name and size first} */
    public static NeedsName builder() {
        return ImmutableVolumeSpec.newBuilder();
    }

    /** {@return the name: 1 to 255 characters; several volumes may share one} */
    public abstract String name();

    /** {@return the size in GiB, at least 1 and at least the size of the image or snapshot} */
    public abstract int sizeGib();

    /** {@return the name or ID of the image to fill the volume with; empty by default} */
    public abstract Optional<String> image();

    /** {@return the name or ID of the snapshot to fill the volume with; empty by default} */
    public abstract Optional<String> snapshot();

    /** {@return the name or ID of the volume type; empty by default: the service's default type} */
    public abstract Optional<String> type();

    /** {@return the availability zone; empty by default: the service chooses} */
    public abstract Optional<String> availabilityZone();

    /** {@return a description, at most 255 characters; empty by default} */
    public abstract Optional<String> description();

    /** {@return the time limit until the volume is available; 10 min by default, as copying an image takes a while} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(10);
    }

    /** Fails if a value is out of range. */
    @Value.Check
    void check() {
        Require.length("volume name", LONGEST, name());
        Require.atLeast("volume size", 1, "GiB", sizeGib());
        image().ifPresent(image -> Require.filled("image", image));
        snapshot().ifPresent(snapshot -> Require.filled("snapshot", snapshot));
        type().ifPresent(type -> Require.filled("volume type", type));
        availabilityZone().ifPresent(zone -> Require.filled("availability zone", zone));
        description().ifPresent(text -> Require.atMost("description", LONGEST, text));
        Require.that(
                image().isEmpty() || snapshot().isEmpty(),
                "image and snapshot must not both be set; a volume is filled from one of them");
        Require.positive("time limit (readyWithin)", readyWithin());
    }

    /** Requires the name. */
    public interface NeedsName {
        /**
         * Sets {@link VolumeSpec#name}.
         *
         * @param name 1 to 255 characters
         * @return the stage that requires the size
         */
        NeedsSize name(String name);
    }

    /** Requires the size. */
    public interface NeedsSize {
        /**
         * Sets {@link VolumeSpec#sizeGib}.
         *
         * @param sizeGib the size in GiB, at least 1
         * @return the builder of the options
         */
        Options sizeGib(int sizeGib);
    }

    /** Sets the options of a volume. Not thread-safe. */
    public interface Options {
        /**
         * Sets {@link VolumeSpec#image}.
         *
         * @param image the name or ID of an image
         * @return this builder
         */
        Options image(String image);

        /**
         * Sets {@link VolumeSpec#snapshot}.
         *
         * @param snapshot the name or ID of a snapshot
         * @return this builder
         */
        Options snapshot(String snapshot);

        /**
         * Sets {@link VolumeSpec#type}.
         *
         * @param type the name or ID of a volume type
         * @return this builder
         */
        Options type(String type);

        /**
         * Sets {@link VolumeSpec#availabilityZone}.
         *
         * @param availabilityZone the zone
         * @return this builder
         */
        Options availabilityZone(String availabilityZone);

        /**
         * Sets {@link VolumeSpec#description}.
         *
         * @param description at most 255 characters
         * @return this builder
         */
        Options description(String description);

        /**
         * Sets {@link VolumeSpec#readyWithin}.
         *
         * @param readyWithin the time limit, positive
         * @return this builder
         */
        Options readyWithin(Duration readyWithin);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of range
         */
        VolumeSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, NeedsSize, Options {}
}
