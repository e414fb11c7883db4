package io.kws.sdk.buckets;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Describes an object to store. Only name and content are required; each accessor documents its default. Immutable.
 *
 * <pre>{@code
 * UploadSpec spec = UploadSpec.builder()
 *     .name("lectures/1.mp4").content(Content.of(Path.of("1.mp4")))
 *     .contentType("video/mp4")
 *     .expiresAfter(Duration.ofDays(90))
 *     .listener(progress -> System.out.println(progress.bytes()))
 *     .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class UploadSpec {
    private static final long MIB = 1 << 20;
    private static final long LARGEST_SEGMENT = 5L << 30;
    private static final int MOST_SEGMENTS = 1000;

    UploadSpec() {}

    /** {@return a builder, which asks for name and content first} */
    public static NeedsName builder() {
        return ImmutableUploadSpec.newBuilder();
    }

    /** {@return the name of the object: any text of 1 to 1024 bytes in UTF-8} */
    public abstract String name();

    /** {@return the content to store} */
    public abstract Content content();

    /** {@return the content type; empty by default: the service guesses it from the name} */
    public abstract Optional<String> contentType();

    /** {@return the program's own metadata; none by default} */
    public abstract Map<String, String> metadata();

    /** {@return the time after which the service deletes the object; empty by default: never} */
    public abstract Optional<Duration> expiresAfter();

    /** {@return what happens to an existing object of that name; {@link IfExists#REPLACE} by default} */
    @Value.Default
    public IfExists ifExists() {
        return IfExists.REPLACE;
    }

    /**
     * {@return the size of a segment in bytes, up to 5 GiB; by default 1 GiB, or more if the content would not fit into 1000
     * segments. A content larger than a segment is stored in several, and one of unknown length over 1 MiB in at least one}
     */
    @Value.Default
    public long segmentBytes() {
        long length = content().lengthBytes().orElse(0);
        return Math.max(1024 * MIB, length / MOST_SEGMENTS + 1);
    }

    /** {@return the listener to the progress of the upload; none by default} */
    @Value.Default
    public TransferListener listener() {
        return TransferListener.NONE;
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        MetadataKeys.check(metadata());
        expiresAfter().ifPresent(ObjectChange::checkExpiry);
        contentType().ifPresent(ObjectChange::checkContentType);
        Require.that(
                segmentBytes() >= 1 && segmentBytes() <= LARGEST_SEGMENT,
                "segment size must be 1 byte to 5 GiB, was %d bytes",
                segmentBytes());
        long length = content().lengthBytes().orElse(0);
        Require.that(
                length <= segmentBytes() || (length - 1) / segmentBytes() < MOST_SEGMENTS,
                "content must fit into %d segments of %d bytes, has %d bytes; set a larger segment size",
                MOST_SEGMENTS,
                segmentBytes(),
                length);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link UploadSpec#name}.
         *
         * @param name any text of 1 to 1024 bytes in UTF-8
         * @return the stage that asks for the content
         */
        NeedsContent name(String name);
    }

    /** Asks for the content. */
    public interface NeedsContent {
        /**
         * Sets {@link UploadSpec#content}.
         *
         * @param content the content to store
         * @return the builder of the options
         */
        Options content(Content content);
    }

    /** Sets the options of an upload. Not thread-safe. */
    public interface Options {
        /**
         * Sets {@link UploadSpec#contentType}.
         *
         * @param contentType the content type, such as {@code text/plain}
         * @return this builder
         */
        Options contentType(String contentType);

        /**
         * Sets {@link UploadSpec#metadata}.
         *
         * @param metadata keys of 1 to 128 lower-case letters, digits and hyphens; values of at most 256 bytes as
         *     Swift stores them, where characters other than ASCII letters, digits and punctuation take three bytes for
         *     each of their UTF-8 bytes
         * @return this builder
         */
        Options metadata(Map<String, ? extends String> metadata);

        /**
         * Sets {@link UploadSpec#expiresAfter}.
         *
         * @param expiresAfter the time, at least a second
         * @return this builder
         */
        Options expiresAfter(Duration expiresAfter);

        /**
         * Sets {@link UploadSpec#ifExists}.
         *
         * @param ifExists what happens to it
         * @return this builder
         */
        Options ifExists(IfExists ifExists);

        /**
         * Sets {@link UploadSpec#segmentBytes}.
         *
         * @param segmentBytes 1 byte to 5 GiB
         * @return this builder
         */
        Options segmentBytes(long segmentBytes);

        /**
         * Sets {@link UploadSpec#listener}.
         *
         * @param listener the listener
         * @return this builder
         */
        Options listener(TransferListener listener);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        UploadSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, NeedsContent, Options {}
}
