package io.kws.sdk.buckets;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An object without its content, as its bucket described it at one moment (Object Storage API v1). Immutable. */
public interface StoredObject {
    /** {@return the name of the bucket} */
    String bucket();

    /** {@return the name, unique in the bucket: any text of at most 1024 bytes in UTF-8} */
    String name();

    /** {@return the size of the content in bytes} */
    long bytes();

    /** {@return a checksum that changes with the content: its MD5 in hexadecimal; of a large object the MD5 of the MD5s of its
     *     segments, and in a listing that of its manifest} */
    String etag();

    /** {@return the content type, such as {@code image/jpeg}} */
    String contentType();

    /** {@return the time of the last change} */
    Instant modified();

    /** {@return the time at which the service deletes it; empty if never, and in a listing} */
    Optional<Instant> expires();

    /** {@return the program's own metadata, keys in lower case; empty in a listing} */
    Map<String, String> metadata();
}
