package io.kws.sdk.images;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An image to make: name and content are enough. Defaults stand at each method. Immutable.
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

    /** {@return a builder, which asks for name and content first} */
    public static NeedsName builder() {
        return ImmutableImageUpload.newBuilder();
    }

    /** {@return the name: 1 to 255 characters; several images may share one} */
    public abstract String name();

    /** {@return the image's data, not compressed, of any length} */
    public abstract Content content();

    /** {@return the format of the data; nothing: told by the data's own header} */
    public abstract Optional<DiskFormat> diskFormat();

    /** {@return the least root disk in GiB that a flavor must have; 0 for any} */
    @Value.Default
    public int minDiskGib() {
        return 0;
    }

    /** {@return the least memory in MiB that a flavor must have; 0 for any} */
    @Value.Default
    public int minRamMib() {
        return 0;
    }

    /** {@return who sees it; its project} */
    @Value.Default
    public ImageVisibility visibility() {
        return ImageVisibility.PRIVATE;
    }

    /** {@return the user that logs in, Glance's property {@code os_admin_user}; empty: the distribution tells} */
    @Value.Default
    public String adminUser() {
        return "";
    }

    /** {@return further properties, such as {@code os_distro} or {@code hw_disk_bus}; none} */
    public abstract Map<String, String> properties();

    /** {@return who hears how the upload comes along; nobody} */
    @Value.Default
    public TransferListener listener() {
        return TransferListener.NONE;
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        ImageChecks.check(this);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link ImageUpload#name}.
         *
         * @param name 1 to 255 characters
         * @return what asks for the content
         */
        NeedsContent name(String name);
    }

    /** Asks for the content. */
    public interface NeedsContent {
        /**
         * Sets {@link ImageUpload#content} to that of a file.
         *
         * @param file a regular file, which must not change during the upload
         * @return the builder of what is optional
         * @throws io.kws.sdk.errors.InvalidRequestException if there is no such file
         */
        default Options content(Path file) {
            return content(Content.of(file));
        }

        /**
         * Sets {@link ImageUpload#content}.
         *
         * @param content the data
         * @return the builder of what is optional
         */
        Options content(Content content);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link ImageUpload#diskFormat}.
         *
         * @param diskFormat the format; a header that tells of another one is an error
         * @return this
         */
        Options diskFormat(DiskFormat diskFormat);

        /**
         * Sets {@link ImageUpload#minDiskGib}.
         *
         * @param minDiskGib the size in GiB
         * @return this
         */
        Options minDiskGib(int minDiskGib);

        /**
         * Sets {@link ImageUpload#minRamMib}.
         *
         * @param minRamMib the size in MiB
         * @return this
         */
        Options minRamMib(int minRamMib);

        /**
         * Sets {@link ImageUpload#visibility}.
         *
         * @param visibility who
         * @return this
         */
        Options visibility(ImageVisibility visibility);

        /**
         * Sets {@link ImageUpload#adminUser}.
         *
         * @param adminUser the user's name
         * @return this
         */
        Options adminUser(String adminUser);

        /**
         * Sets {@link ImageUpload#properties}.
         *
         * @param properties keys and values of at most 255 characters
         * @return this
         */
        Options properties(Map<String, ? extends String> properties);

        /**
         * Sets {@link ImageUpload#listener}.
         *
         * @param listener who hears
         * @return this
         */
        Options listener(TransferListener listener);

        /**
         * Returns the image to make.
         *
         * @return what to upload
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits; says which and why
         */
        ImageUpload build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsContent, Options {}
}
