package io.kws.sdk.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immutables.value.Value;

/** An object to fetch into a file: its name and the file are enough. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class DownloadSpec {
    DownloadSpec() {}

    /** {@return a builder, which asks for name and file first} */
    public static NeedsName builder() {
        return ImmutableDownloadSpec.newBuilder();
    }

    /** {@return the object's name} */
    public abstract String name();

    /** {@return the file, whose folder must exist; replaced as soon as the content is there as a whole} */
    public abstract Path file();

    /** {@return what becomes of what a failed download has fetched; it is removed} */
    @Value.Default
    public Partial partial() {
        return Partial.DISCARD;
    }

    /** {@return what hears how it comes along; nothing} */
    @Value.Default
    public TransferListener listener() {
        return TransferListener.NONE;
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        if (Files.isDirectory(file())) {
            throw new InvalidRequestException(file() + " is a folder; name a file");
        }
        Path folder = file().toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvalidRequestException("there is no folder " + folder);
        }
    }

    /** Asks for the object's name. */
    public interface NeedsName {
        /**
         * Sets {@link DownloadSpec#name}.
         *
         * @param name the object's name
         * @return what asks for the file
         */
        NeedsFile name(String name);
    }

    /** Asks for the file. */
    public interface NeedsFile {
        /**
         * Sets {@link DownloadSpec#file}.
         *
         * @param file the file, whose folder must exist
         * @return the builder of what is optional
         */
        Options file(Path file);
    }

    /** Sets what is optional. Not thread-safe. */
    public interface Options {
        /**
         * Sets {@link DownloadSpec#partial}.
         *
         * @param partial what
         * @return this
         */
        Options partial(Partial partial);

        /**
         * Sets {@link DownloadSpec#listener}.
         *
         * @param listener what hears of it
         * @return this
         */
        Options listener(TransferListener listener);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws InvalidRequestException if the file's folder does not exist, or the file is a folder
         */
        DownloadSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsFile, Options {}
}
