package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.charset.StandardCharsets;

/** Checks and derives the names of containers and objects. */
final class SwiftNames {
    private static final String SEGMENTS = "_segments";
    private static final int MAX_BUCKET_BYTES = 256;
    private static final int MAX_OBJECT_BYTES = 1024;

    private SwiftNames() {}

    /** Checks the name of a bucket that any program may have created. */
    static String bucket(String name) {
        check(name, "bucket", MAX_BUCKET_BYTES);
        if (name.contains("/") || name.matches("\\.{1,2}")) {
            throw new InvalidRequestException(
                    "bucket name must not be \".\" or \"..\" or contain \"/\", was \"" + name + "\"");
        }
        return name;
    }

    static String object(String name) {
        check(name, "object", MAX_OBJECT_BYTES);
        return name;
    }

    private static void check(String name, String kind, int maxBytes) {
        boolean valid = StandardCharsets.UTF_8.newEncoder().canEncode(name) && name.indexOf('\0') < 0;
        if (!valid || name.isEmpty()) {
            throw new InvalidRequestException(
                    "%s name must not be empty or contain NUL or an unpaired surrogate, was \"%s\""
                            .formatted(kind, name));
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxBytes) {
            throw new InvalidRequestException(
                    "%s name must be at most %d bytes in UTF-8, was %d".formatted(kind, maxBytes, bytes));
        }
    }

    /** Returns the container of the segments of a bucket's large objects; other clients use the same name. */
    static String segmentsOf(String bucket) {
        return bucket + SEGMENTS;
    }

    static boolean isForSegments(String container) {
        return container.endsWith(SEGMENTS) && !container.equals(SEGMENTS);
    }

    /** Returns the bucket that a container of segments belongs to. */
    static String bucketOf(String container) {
        return container.substring(0, container.length() - SEGMENTS.length());
    }
}
