package io.kws.sdk.images;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Describes an image to upload. Only name and content are required; each accessor documents its default. Immutable.
 *
 * <pre>{@code
 * ImageUpload upload = ImageUpload.builder()
 *     .name("debian-12").content(Path.of("debian-12-genericcloud-amd64.qcow2"))
 *     .minDiskGib(2)
 *     .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class ImageUpload {
    ImageUpload() {}

    /** {@return a builder, which requires name and content first} */
    public static NeedsName builder() {
        return ImmutableImageUpload.newBuilder();
    }

    /** {@return the name, 1 to 255 characters; several images may share a name} */
    public abstract String name();

    /** {@return the data of the image, uncompressed, of any length} */
    public abstract Content content();

    /** {@return the format of the data; empty by default: detected from the header of the data} */
    public abstract Optional<DiskFormat> diskFormat();

    /** {@return the smallest root disk in GiB that a flavor must have; empty by default: any} */
    public abstract OptionalInt minDiskGib();

    /** {@return the smallest memory in MiB that a flavor must have; empty by default: any} */
    public abstract OptionalInt minRamMib();

    /** {@return who can see the image; {@link ImageVisibility#PRIVATE} by default} */
    @Value.Default
    public ImageVisibility visibility() {
        return ImageVisibility.PRIVATE;
    }

    /** {@return the user to log in as, Glance's property {@code os_admin_user}; empty by default: derived from the distribution} */
    public abstract Optional<String> adminUser();

    /** {@return additional properties, for example {@code os_distro} or {@code hw_disk_bus}; none by default} */
    public abstract Map<String, String> properties();

    /** {@return the listener for the progress of the upload; none by default} */
    @Value.Default
    public TransferListener listener() {
        return TransferListener.NONE;
    }

    /** Fails if a value is out of range. */
    @Value.Check
    void check() {
        ImageChecks.check(this);
    }

    /** Requires the name. */
    public interface NeedsName {
        /**
         * Sets {@link ImageUpload#name}.
         *
         * @param name 1 to 255 characters
         * @return the stage that requires the content
         */
        NeedsContent name(String name);
    }

    /** Requires the content. */
    public interface NeedsContent {
        /**
         * Sets {@link ImageUpload#content} to a file.
         *
         * @param file a regular file, which must not change during the upload
         * @return the builder of the options
         * @throws io.kws.sdk.errors.InvalidRequestException if the file does not exist
         */
        default Options content(Path file) {
            return content(Content.of(file));
        }

        /**
         * Sets {@link ImageUpload#content}.
         *
         * @param content the data
         * @return the builder of the options
         */
        Options content(Content content);
    }

    /** Sets the options of an upload. Not thread-safe. */
    public interface Options {
        /**
         * Sets {@link ImageUpload#diskFormat}.
         *
         * @param diskFormat the format; the upload fails if the header says otherwise
         * @return this builder
         */
        Options diskFormat(DiskFormat diskFormat);

        /**
         * Sets {@link ImageUpload#minDiskGib}.
         *
         * @param minDiskGib the size in GiB
         * @return this builder
         */
        Options minDiskGib(int minDiskGib);

        /**
         * Sets {@link ImageUpload#minRamMib}.
         *
         * @param minRamMib the size in MiB
         * @return this builder
         */
        Options minRamMib(int minRamMib);

        /**
         * Sets {@link ImageUpload#visibility}.
         *
         * @param visibility who can see it
         * @return this builder
         */
        Options visibility(ImageVisibility visibility);

        /**
         * Sets {@link ImageUpload#adminUser}.
         *
         * @param adminUser the name of the user
         * @return this builder
         */
        Options adminUser(String adminUser);

        /**
         * Sets {@link ImageUpload#properties}.
         *
         * @param properties keys and values of at most 255 characters
         * @return this builder
         */
        Options properties(Map<String, ? extends String> properties);

        /**
         * Sets {@link ImageUpload#listener}.
         *
         * @param listener the listener
         * @return this builder
         */
        Options listener(TransferListener listener);

        /**
         * Returns the upload.
         *
         * @return the upload
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of range
         */
        ImageUpload build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, NeedsContent, Options {}
}
