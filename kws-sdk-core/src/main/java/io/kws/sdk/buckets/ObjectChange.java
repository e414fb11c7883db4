package io.kws.sdk.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change of what is known about an object; its content stays. What the change does not name stays as it is. Immutable.
 */
public final class ObjectChange {
    private final UnaryOperator<StoredObject> change;

    private ObjectChange(UnaryOperator<StoredObject> change) {
        this.change = change;
    }

    /**
     * Adds metadata, or sets it anew.
     *
     * @param metadata keys of 1 to 128 lower-case letters, digits and hyphens; values of at most 256 bytes as Swift keeps
     *     them
     * @return the change
     * @throws InvalidRequestException if a key is not allowed
     */
    public static ObjectChange metadata(Map<String, String> metadata) {
        MetadataKeys.check(metadata);
        Map<String, String> added = Map.copyOf(metadata);
        return new ObjectChange(object -> {
            Map<String, String> all = new LinkedHashMap<>(object.metadata());
            all.putAll(added);
            return copy(object, object.expires()).metadata(all).build();
        });
    }

    /** {@return a change that removes all metadata} */
    public static ObjectChange noMetadata() {
        return new ObjectChange(
                object -> copy(object, object.expires()).metadata(Map.of()).build());
    }

    /**
     * Sets the content type.
     *
     * @param contentType such as {@code text/plain}
     * @return the change
     */
    public static ObjectChange contentType(String contentType) {
        checkContentType(contentType);
        return new ObjectChange(object ->
                copy(object, object.expires()).contentType(contentType).build());
    }

    /**
     * Lets the object delete itself.
     *
     * @param after after which time, at least a second
     * @return the change
     * @throws InvalidRequestException if that is sooner
     */
    public static ObjectChange expiresAfter(Duration after) {
        checkExpiry(after);
        return new ObjectChange(object -> copy(
                        object, Optional.of(Instant.now().plus(after).truncatedTo(ChronoUnit.SECONDS)))
                .build());
    }

    /** {@return a change that lets the object stay for good} */
    public static ObjectChange neverExpires() {
        return new ObjectChange(object -> copy(object, Optional.empty()).build());
    }

    /** It travels as a header. */
    static void checkContentType(String contentType) {
        if (!contentType.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f)) {
            throw new InvalidRequestException(
                    "the content type \"%s\" is not allowed: ASCII letters, digits and marks".formatted(contentType));
        }
    }

    static void checkExpiry(Duration after) {
        if (after.compareTo(Duration.ofSeconds(1)) < 0 || after.compareTo(Duration.ofDays(36_525)) > 0) {
            throw new InvalidRequestException("an object cannot expire after %s: a second to a hundred years"
                    .formatted(DurationText.words(after)));
        }
    }

    /**
     * Makes one change of two.
     *
     * @param next what is changed after this
     * @return both
     */
    public ObjectChange and(ObjectChange next) {
        return new ObjectChange(object -> next.change.apply(change.apply(object)));
    }

    /**
     * Applies the change. For drivers.
     *
     * @param object the object as it is
     * @return the object as it is to be
     */
    public StoredObject applyTo(StoredObject object) {
        return change.apply(object);
    }

    private static StoredObject.Builder copy(StoredObject object, Optional<Instant> expires) {
        StoredObject.Builder copy = StoredObject.builder()
                .bucket(object.bucket())
                .name(object.name())
                .bytes(object.bytes())
                .etag(object.etag())
                .contentType(object.contentType())
                .modified(object.modified())
                .metadata(object.metadata());
        expires.ifPresent(copy::expires);
        return copy;
    }
}
