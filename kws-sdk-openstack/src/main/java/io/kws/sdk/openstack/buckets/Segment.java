package io.kws.sdk.openstack.buckets;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A segment of a large object, or any object with its checksum.
 *
 * @param container its container
 * @param name its name in the container
 * @param bytes its size
 * @param md5 its checksum in hexadecimal
 */
record Segment(String container, String name, long bytes, String md5) {

    /** Reads the segments of a large object from its manifest. */
    static List<Segment> read(SwiftContainers containers, String bucket, String name) {
        JsonNode json = containers
                .client()
                .reply(SwiftContainers.request("GET", bucket, name).query("multipart-manifest", "get"))
                .json();
        if (!json.isArray()) {
            throw new ServiceFailureException("the manifest of large object \"" + name + "\" is not a JSON list");
        }
        List<Segment> segments = new ArrayList<>();
        json.forEach(segment -> segments.add(read(segment)));
        return segments;
    }

    private static Segment read(JsonNode json) {
        String[] path = json.path("name").asText().replaceFirst("^/+", "").split("/", 2);
        return new Segment(
                path[0],
                path.length > 1 ? path[1] : "",
                json.path("bytes").asLong(),
                json.path("hash").asText());
    }

    /** Returns the manifest of a large object. */
    static JsonNode manifest(List<Segment> segments) {
        return Json.of(segments.stream()
                .map(segment -> Map.of(
                        "path", "/" + segment.container + "/" + segment.name,
                        "size_bytes", segment.bytes,
                        "etag", segment.md5))
                .toList());
    }

    /** Returns the ETag that Swift gives to a large object. */
    static String etag(List<Segment> segments) {
        return md5(String.join("", segments.stream().map(Segment::md5).toList()));
    }

    private static String md5(String text) {
        byte[] digest = Checksum.digest("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest);
    }
}
