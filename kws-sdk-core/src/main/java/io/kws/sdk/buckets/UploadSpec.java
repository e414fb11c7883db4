package io.kws.sdk.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An object to store: name and content are enough. Defaults stand at each method. Immutable.
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

    /** {@return the object's name: any text of 1 to 1024 bytes in UTF-8} */
    public abstract String name();

    /** {@return what to store} */
    public abstract Content content();

    /** {@return the content type; empty: the service guesses by the name} */
    @Value.Default
    public String contentType() {
        return "";
    }

    /** {@return the program's own metadata; none} */
    public abstract Map<String, String> metadata();

    /** {@return after which time the object deletes itself; empty: never} */
    public abstract Optional<Duration> expiresAfter();

    /** {@return what becomes of an object of that name; it is replaced} */
    @Value.Default
    public IfExists ifExists() {
        return IfExists.REPLACE;
    }

    /**
     * {@return the size of a segment; a larger content is stored in several, and one of unknown length over 1 MiB in at
     * least one. 1 GiB, or as much as the content needs to fit into 1000 segments}
     */
    @Value.Default
    public long segmentBytes() {
        long length = content().lengthBytes().orElse(0);
        return Math.max(1024 * MIB, length / MOST_SEGMENTS + 1);
    }

    /** {@return what hears how it comes along; nothing} */
    @Value.Default
    public TransferListener listener() {
        return TransferListener.NONE;
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        MetadataKeys.check(metadata());
        expiresAfter().ifPresent(ObjectChange::checkExpiry);
        ObjectChange.checkContentType(contentType());
        if (segmentBytes() < 1 || segmentBytes() > LARGEST_SEGMENT) {
            throw new InvalidRequestException(
                    "a segment of %d bytes cannot be: 1 byte to 5 GiB".formatted(segmentBytes()));
        }
        long length = content().lengthBytes().orElse(0);
        if (length > segmentBytes() && (length - 1) / segmentBytes() >= MOST_SEGMENTS) {
            throw new InvalidRequestException("%d bytes need more than %d segments of %d bytes; make them larger"
                    .formatted(length, MOST_SEGMENTS, segmentBytes()));
        }
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link UploadSpec#name}.
         *
         * @param name any text of 1 to 1024 bytes in UTF-8
         * @return what asks for the content
         */
        NeedsContent name(String name);
    }

    /** Asks for the content. */
    public interface NeedsContent {
        /**
         * Sets {@link UploadSpec#content}.
         *
         * @param content what to store
         * @return the builder of what is optional
         */
        Options content(Content content);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link UploadSpec#contentType}.
         *
         * @param contentType such as {@code text/plain}
         * @return this
         */
        Options contentType(String contentType);

        /**
         * Sets {@link UploadSpec#metadata}.
         *
         * @param metadata keys of 1 to 128 lower-case letters, digits and hyphens; values of at most 256 bytes as
         *     Swift keeps them: other than ASCII letters, digits and marks take three bytes for each of their own
         * @return this
         */
        Options metadata(Map<String, ? extends String> metadata);

        /**
         * Sets {@link UploadSpec#expiresAfter}.
         *
         * @param expiresAfter after which time, at least a second
         * @return this
         */
        Options expiresAfter(Duration expiresAfter);

        /**
         * Sets {@link UploadSpec#ifExists}.
         *
         * @param ifExists what
         * @return this
         */
        Options ifExists(IfExists ifExists);

        /**
         * Sets {@link UploadSpec#segmentBytes}.
         *
         * @param segmentBytes 1 byte to 5 GiB
         * @return this
         */
        Options segmentBytes(long segmentBytes);

        /**
         * Sets {@link UploadSpec#listener}.
         *
         * @param listener what hears of it
         * @return this
         */
        Options listener(TransferListener listener);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws InvalidRequestException if a value is out of its limits; says which and why
         */
        UploadSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsContent, Options {}
}
