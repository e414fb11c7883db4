package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.swift.Disk.Data;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One object; its content is its own, or that of its segments.
 *
 * @param data its own bytes
 * @param contentType its content type
 * @param metadata what users keep on it
 * @param headers the other headers that stay with it, such as {@code X-Delete-At}
 * @param modified when it was last changed
 * @param segments what a static large object consists of; empty for others
 */
record Blob(
        Data data,
        String contentType,
        Metadata metadata,
        Map<String, String> headers,
        Instant modified,
        List<Segment> segments) {

    /**
     * A part of a static large object.
     *
     * @param path container and name, beginning with a slash
     * @param size its bytes
     * @param md5 their MD5
     */
    record Segment(String path, long size, String md5) {}

    boolean isStatic() {
        return headers.containsKey("X-Static-Large-Object");
    }

    boolean isDynamic() {
        return headers.containsKey("X-Object-Manifest");
    }

    boolean isOver(Instant now) {
        String end = headers.get("X-Delete-At");
        return end != null && Long.parseLong(end) <= now.getEpochSecond();
    }

    /** Returns how many bytes a reader gets; of a dynamic large object only those of its own. */
    long size() {
        return isStatic() ? segments.stream().mapToLong(Segment::size).sum() : data.size();
    }

    String etag() {
        return isStatic() ? '"' + etagOf(segments) + '"' : data.md5();
    }

    static String etagOf(List<Segment> segments) {
        return Disk.md5(String.join("", segments.stream().map(Segment::md5).toList()));
    }
}
