package io.kws.sdk.images;

import io.kws.sdk.internal.style.ValueStyle;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/** Describes a change to an image. Unset values stay unchanged. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ImageChange {
    ImageChange() {}

    /** {@return a builder} */
    public static Options builder() {
        return ImmutableImageChange.newBuilder();
    }

    /** {@return the new name} */
    public abstract Optional<String> name();

    /** {@return the new visibility} */
    public abstract Optional<ImageVisibility> visibility();

    /** {@return the new smallest root disk in GiB that a flavor must have; 0 for any} */
    public abstract OptionalInt minDiskGib();

    /** {@return the new smallest memory in MiB that a flavor must have; 0 for any} */
    public abstract OptionalInt minRamMib();

    /** {@return properties to add or replace} */
    public abstract Map<String, String> properties();

    /** {@return the names of properties to remove; names of absent properties are ignored} */
    public abstract Set<String> removedProperties();

    /** Fails if a value is out of range. */
    @Value.Check
    void check() {
        ImageChecks.check(this);
    }

    /** Builds a change. Not thread-safe. */
    public interface Options {
        /**
         * Sets {@link ImageChange#name}.
         *
         * @param name 1 to 255 characters
         * @return this builder
         */
        Options name(String name);

        /**
         * Sets {@link ImageChange#visibility}.
         *
         * @param visibility who can see it
         * @return this builder
         */
        Options visibility(ImageVisibility visibility);

        /**
         * Sets {@link ImageChange#minDiskGib}.
         *
         * @param minDiskGib the size in GiB
         * @return this builder
         */
        Options minDiskGib(int minDiskGib);

        /**
         * Sets {@link ImageChange#minRamMib}.
         *
         * @param minRamMib the size in MiB
         * @return this builder
         */
        Options minRamMib(int minRamMib);

        /**
         * Sets {@link ImageChange#properties}.
         *
         * @param properties keys and values of at most 255 characters
         * @return this builder
         */
        Options properties(Map<String, ? extends String> properties);

        /**
         * Sets {@link ImageChange#removedProperties}.
         *
         * @param names the names of properties
         * @return this builder
         */
        default Options removedProperties(String... names) {
            return removedProperties(Arrays.asList(names));
        }

        /**
         * Sets {@link ImageChange#removedProperties}.
         *
         * @param names the names of properties
         * @return this builder
         */
        Options removedProperties(Iterable<String> names);

        /**
         * Returns the change.
         *
         * @return the change
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of range
         */
        ImageChange build();
    }

    /** Keeps the generated builder in line with the options. */
    interface Builder extends Options {}
}
