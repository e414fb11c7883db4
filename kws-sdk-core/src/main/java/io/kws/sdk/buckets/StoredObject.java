package io.kws.sdk.buckets;

import io.kws.sdk.internal.style.ValueStyle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An object as its bucket described it at one moment; its content is read by itself. Immutable. */
@Value.Immutable
@ValueStyle
public interface StoredObject {
    /** {@return the bucket's name} */
    String bucket();

    /** {@return the name, unique in the bucket: any text of at most 1024 bytes in UTF-8} */
    String name();

    /** {@return the size of its content} */
    long bytes();

    /**
     * {@return what changes with the content: its MD5 in hexadecimal, or of a large object the MD5 of its segments' MD5s;
     * in a listing that of its description}
     */
    String etag();

    /** {@return the content type, such as {@code image/jpeg}} */
    String contentType();

    /** {@return when it was last changed} */
    Instant modified();

    /** {@return when it deletes itself; empty if never, and in a listing} */
    Optional<Instant> expires();

    /** {@return the program's own metadata, keys in lower case; empty in a listing} */
    Map<String, String> metadata();

    /** {@return a builder. For drivers} */
    static Builder builder() {
        return ImmutableStoredObject.newBuilder();
    }

    /** Sets the values of an object. For drivers; not safe for use by many threads. */
    interface Builder {
        /**
         * Sets {@link StoredObject#bucket}.
         *
         * @param bucket the name
         * @return this
         */
        Builder bucket(String bucket);

        /**
         * Sets {@link StoredObject#name}.
         *
         * @param name the name
         * @return this
         */
        Builder name(String name);

        /**
         * Sets {@link StoredObject#bytes}.
         *
         * @param bytes the size
         * @return this
         */
        Builder bytes(long bytes);

        /**
         * Sets {@link StoredObject#etag}.
         *
         * @param etag what changes with the content
         * @return this
         */
        Builder etag(String etag);

        /**
         * Sets {@link StoredObject#contentType}.
         *
         * @param contentType the type
         * @return this
         */
        Builder contentType(String contentType);

        /**
         * Sets {@link StoredObject#modified}.
         *
         * @param modified when
         * @return this
         */
        Builder modified(Instant modified);

        /**
         * Sets {@link StoredObject#expires}.
         *
         * @param expires when
         * @return this
         */
        Builder expires(Instant expires);

        /**
         * Sets {@link StoredObject#metadata}.
         *
         * @param metadata all of it
         * @return this
         */
        Builder metadata(Map<String, ? extends String> metadata);

        /** {@return the object} */
        StoredObject build();
    }
}
