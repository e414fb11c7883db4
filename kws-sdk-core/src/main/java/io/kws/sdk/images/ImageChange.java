package io.kws.sdk.images;

import io.kws.sdk.internal.style.ValueStyle;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/** What to change about an image; what is not set stays as it is. Immutable. */
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

    /** {@return who sees it from now on} */
    public abstract Optional<ImageVisibility> visibility();

    /** {@return the least root disk in GiB that a flavor must have from now on} */
    public abstract OptionalInt minDiskGib();

    /** {@return the least memory in MiB that a flavor must have from now on} */
    public abstract OptionalInt minRamMib();

    /** {@return properties to set; what has one of these names is replaced} */
    public abstract Map<String, String> properties();

    /** {@return names of properties to take away; fine if there is none such} */
    public abstract Set<String> removedProperties();

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        ImageChecks.check(this);
    }

    /** Sets what is to change. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link ImageChange#name}.
         *
         * @param name 1 to 255 characters
         * @return this
         */
        Options name(String name);

        /**
         * Sets {@link ImageChange#visibility}.
         *
         * @param visibility who
         * @return this
         */
        Options visibility(ImageVisibility visibility);

        /**
         * Sets {@link ImageChange#minDiskGib}.
         *
         * @param minDiskGib the size in GiB
         * @return this
         */
        Options minDiskGib(int minDiskGib);

        /**
         * Sets {@link ImageChange#minRamMib}.
         *
         * @param minRamMib the size in MiB
         * @return this
         */
        Options minRamMib(int minRamMib);

        /**
         * Sets {@link ImageChange#properties}.
         *
         * @param properties keys and values of at most 255 characters
         * @return this
         */
        Options properties(Map<String, ? extends String> properties);

        /**
         * Sets {@link ImageChange#removedProperties}.
         *
         * @param names the properties' names
         * @return this
         */
        default Options removedProperties(String... names) {
            return removedProperties(Arrays.asList(names));
        }

        /**
         * Sets {@link ImageChange#removedProperties}.
         *
         * @param names the properties' names
         * @return this
         */
        Options removedProperties(Iterable<String> names);

        /**
         * Returns the change.
         *
         * @return what to change
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits; says which and why
         */
        ImageChange build();
    }

    /** What Immutables generates must fit. */
    interface Builder extends Options {}
}
