package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.charset.StandardCharsets;

/** What Swift allows as a name. */
final class SwiftNames {
    private static final String SEGMENTS = "_segments";
    private static final int LONGEST_BUCKET = 256;
    private static final int LONGEST_OBJECT = 1024;

    private SwiftNames() {}

    /** Checks the name of a bucket, whoever made it. */
    static String bucket(String name) {
        check(name, "bucket", LONGEST_BUCKET);
        if (name.contains("/") || name.matches("\\.{1,2}")) {
            throw new InvalidRequestException("no bucket can be named \"" + name + "\"");
        }
        return name;
    }

    static String object(String name) {
        check(name, "object", LONGEST_OBJECT);
        return name;
    }

    private static void check(String name, String what, int longest) {
        boolean text = StandardCharsets.UTF_8.newEncoder().canEncode(name) && name.indexOf('\0') < 0;
        if (!text || name.isEmpty()) {
            throw new InvalidRequestException(
                    "no %s can be named \"%s\": it is empty, or has NUL or half a character in it"
                            .formatted(what, name));
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > longest) {
            throw new InvalidRequestException(
                    "the %s's name has %d bytes in UTF-8; %d are allowed".formatted(what, bytes, longest));
        }
    }

    /** Returns the container that keeps the segments of a bucket's large objects; other clients name it so too. */
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
