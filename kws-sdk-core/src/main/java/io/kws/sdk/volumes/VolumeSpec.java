package io.kws.sdk.volumes;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import org.immutables.value.Value;

/** A volume to make: name and size are enough. Defaults stand at each method. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class VolumeSpec {
    private static final int LONGEST = 255;

    VolumeSpec() {}

    /** {@return a builder, which asks for name and size first} */
    public static NeedsName builder() {
        return ImmutableVolumeSpec.newBuilder();
    }

    /** {@return the name: 1 to 255 characters; several volumes may share one} */
    public abstract String name();

    /** {@return the size in GiB, at least 1, and at least that of what it is made from} */
    public abstract int sizeGib();

    /** {@return the name or ID of the image to fill it with; empty: none} */
    @Value.Default
    public String image() {
        return "";
    }

    /** {@return the name or ID of the snapshot to fill it with; empty: none} */
    @Value.Default
    public String snapshot() {
        return "";
    }

    /** {@return the volume type; empty: the service's default} */
    @Value.Default
    public String type() {
        return "";
    }

    /** {@return the availability zone; empty: the service chooses} */
    @Value.Default
    public String availabilityZone() {
        return "";
    }

    /** {@return what it is for; empty} */
    @Value.Default
    public String description() {
        return "";
    }

    /** {@return the time allowed until it is available; 10 min, as images take a while to be copied} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(10);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        require(
                !name().isBlank() && name().length() <= LONGEST,
                "a volume's name has 1 to 255 characters, \"" + name() + "\" has not");
        require(sizeGib() > 0, "a volume of " + sizeGib() + " GiB cannot be");
        require(
                image().isEmpty() || snapshot().isEmpty(),
                "a volume is made from an image or from a snapshot, not from both");
        require(description().length() <= LONGEST, "the description is longer than 255 characters");
        require(
                !readyWithin().isNegative() && !readyWithin().isZero(),
                "the time allowed, " + DurationText.words(readyWithin()) + ", is not positive");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidRequestException(message);
        }
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link VolumeSpec#name}.
         *
         * @param name 1 to 255 characters
         * @return what asks for the size
         */
        NeedsSize name(String name);
    }

    /** Asks for the size. */
    public interface NeedsSize {
        /**
         * Sets {@link VolumeSpec#sizeGib}.
         *
         * @param sizeGib the size in GiB
         * @return the builder of what is optional
         */
        Options sizeGib(int sizeGib);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link VolumeSpec#image}.
         *
         * @param image its name or ID
         * @return this
         */
        Options image(String image);

        /**
         * Sets {@link VolumeSpec#snapshot}.
         *
         * @param snapshot its name or ID
         * @return this
         */
        Options snapshot(String snapshot);

        /**
         * Sets {@link VolumeSpec#type}.
         *
         * @param type its name or ID
         * @return this
         */
        Options type(String type);

        /**
         * Sets {@link VolumeSpec#availabilityZone}.
         *
         * @param availabilityZone the zone
         * @return this
         */
        Options availabilityZone(String availabilityZone);

        /**
         * Sets {@link VolumeSpec#description}.
         *
         * @param description at most 255 characters
         * @return this
         */
        Options description(String description);

        /**
         * Sets {@link VolumeSpec#readyWithin}.
         *
         * @param readyWithin how long
         * @return this
         */
        Options readyWithin(Duration readyWithin);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits; says which and why
         */
        VolumeSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsSize, Options {}
}
