package io.kws.sdk.buckets;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of the description of an object. The content stays, and so does everything the change does not name. Immutable.
 *
 * <pre>{@code
 * ObjectChange change = ObjectChange.contentType("text/plain").and(ObjectChange.expiresAfter(Duration.ofDays(7)));
 * }</pre>
 */
public final class ObjectChange {
    private static final Pattern ASCII = Pattern.compile("[ -~]+");
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final boolean clearsMetadata;
    private final Map<String, String> metadata;
    private final Optional<String> contentType;
    private final Optional<Duration> expiresAfter;
    private final boolean isPermanent;

    private ObjectChange(
            boolean clearsMetadata,
            Map<String, String> metadata,
            Optional<String> contentType,
            Optional<Duration> expiresAfter,
            boolean isPermanent) {
        this.clearsMetadata = clearsMetadata;
        this.metadata = Map.copyOf(metadata);
        this.contentType = contentType;
        this.expiresAfter = expiresAfter;
        this.isPermanent = isPermanent;
    }

    /**
     * Adds metadata, or replaces the values of its keys.
     *
     * @param metadata keys of 1 to 128 lower-case letters, digits and hyphens; values of at most 256 bytes as Swift stores
     *     them
     * @return the change
     * @throws io.kws.sdk.errors.InvalidRequestException if a key is not allowed
     */
    public static ObjectChange metadata(Map<String, String> metadata) {
        MetadataKeys.check(metadata);
        return new ObjectChange(false, metadata, Optional.empty(), Optional.empty(), false);
    }

    /** {@return a change that removes all metadata} */
    public static ObjectChange noMetadata() {
        return new ObjectChange(true, Map.of(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * Sets the content type.
     *
     * @param contentType the content type, such as {@code text/plain}
     * @return the change
     * @throws io.kws.sdk.errors.InvalidRequestException if it contains other than printable ASCII characters
     */
    public static ObjectChange contentType(String contentType) {
        checkContentType(contentType);
        return new ObjectChange(false, Map.of(), Optional.of(contentType), Optional.empty(), false);
    }

    /**
     * Lets the service delete the object after some time.
     *
     * @param after the time, counted from the request; a second to 100 years
     * @return the change
     * @throws io.kws.sdk.errors.InvalidRequestException if the time is out of its limits
     */
    public static ObjectChange expiresAfter(Duration after) {
        checkExpiry(after);
        return new ObjectChange(false, Map.of(), Optional.empty(), Optional.of(after), false);
    }

    /** {@return a change after which the object never expires} */
    public static ObjectChange neverExpires() {
        return new ObjectChange(false, Map.of(), Optional.empty(), Optional.empty(), true);
    }

    /** The content type is sent as a header. */
    static void checkContentType(String contentType) {
        Require.matches("content type", ASCII, "printable ASCII characters", contentType);
    }

    static void checkExpiry(Duration after) {
        Require.that(
                after.compareTo(Duration.ofSeconds(1)) >= 0 && after.compareTo(LONGEST) <= 0,
                "expiry of an object must be after 1 s to 100 years, was %s",
                DurationText.words(after));
    }

    /**
     * Combines two changes.
     *
     * @param next the change to make after this one
     * @return both
     */
    public ObjectChange and(ObjectChange next) {
        Map<String, String> all = new LinkedHashMap<>(next.clearsMetadata ? Map.of() : metadata);
        all.putAll(next.metadata);
        boolean setsExpiry = next.isPermanent || next.expiresAfter.isPresent();
        return new ObjectChange(
                clearsMetadata || next.clearsMetadata,
                all,
                next.contentType.or(() -> contentType),
                setsExpiry ? next.expiresAfter : expiresAfter,
                setsExpiry ? next.isPermanent : isPermanent);
    }

    /** {@return whether the metadata that is there is removed} */
    public boolean clearsMetadata() {
        return clearsMetadata;
    }

    /** {@return the metadata to add or replace} */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** {@return the new content type; empty: unchanged} */
    public Optional<String> contentType() {
        return contentType;
    }

    /** {@return the time after which the object is deleted; empty: unchanged, unless it {@link #isPermanent}} */
    public Optional<Duration> expiresAfter() {
        return expiresAfter;
    }

    /** {@return whether the object never expires any more} */
    public boolean isPermanent() {
        return isPermanent;
    }

    /** {@return the change in one line} */
    @Override
    public String toString() {
        return "change of an object: "
                + (clearsMetadata ? "no metadata, " : "")
                + (metadata.isEmpty() ? "" : "metadata " + metadata + ", ")
                + contentType.map(type -> "content type " + type + ", ").orElse("")
                + (isPermanent
                        ? "never expires"
                        : "expires "
                                + expiresAfter
                                        .map(after -> "after " + DurationText.words(after))
                                        .orElse("as before"));
    }
}
