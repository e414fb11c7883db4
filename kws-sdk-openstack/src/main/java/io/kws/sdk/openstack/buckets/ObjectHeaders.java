package io.kws.sdk.openstack.buckets;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.StoredObjectValue;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import java.net.URLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the headers of objects. */
final class ObjectHeaders {
    static final String LARGE = "x-static-large-object";
    static final String DYNAMIC = "x-object-manifest";

    /** Headers that belong to the content besides its metadata; Swift drops those that a change does not repeat. */
    private static final List<String> KEPT = List.of(
            "content-encoding", "content-disposition", "content-language", "cache-control", "expires", "x-robots-tag");

    private static final String META = "x-object-meta-";

    private ObjectHeaders() {}

    /** Reads headers whose names are in lower case. */
    static StoredObject read(String bucket, String name, Map<String, String> headers) {
        Map<String, String> metadata = new LinkedHashMap<>();
        headers.forEach((header, value) -> {
            if (header.startsWith(META)) {
                metadata.put(header.substring(META.length()), HeaderText.decode(value));
            }
        });
        StoredObjectValue.Builder object = StoredObjectValue.builder()
                .bucket(bucket)
                .name(name)
                .bytes(bytes(headers))
                .etag(unquoted(headers.getOrDefault("etag", "")))
                .contentType(headers.getOrDefault("content-type", ""))
                .modified(BucketHeaders.instant(headers.getOrDefault("x-timestamp", "")))
                .metadata(metadata);
        String end = headers.getOrDefault("x-delete-at", "");
        if (!end.isEmpty()) {
            object.expires(BucketHeaders.instant(end));
        }
        return object.build();
    }

    /** Returns the copy just made of the object with these headers. */
    static StoredObject copied(String bucket, String name, Map<String, String> headers) {
        Map<String, String> now = new LinkedHashMap<>(headers);
        now.put("x-timestamp", String.valueOf(Instant.now().getEpochSecond()));
        return read(bucket, name, now);
    }

    /** Returns the size of the whole content, even if the answer has only a part of it. */
    private static long bytes(Map<String, String> headers) {
        String whole = headers.getOrDefault("content-range", "").replaceFirst(".*/", "");
        String size = whole.isEmpty() ? headers.getOrDefault("content-length", "0") : whole;
        return BucketHeaders.number(size);
    }

    static boolean isLarge(Map<String, String> headers) {
        return headers.getOrDefault(LARGE, "").equalsIgnoreCase("true");
    }

    static String etag(Reply reply) {
        return unquoted(reply.header("ETag"));
    }

    private static String unquoted(String etag) {
        return etag.replace("\"", "");
    }

    /** Reads an object as it is listed. */
    static StoredObject listed(String bucket, JsonNode json) {
        return StoredObjectValue.builder()
                .bucket(bucket)
                .name(json.path("name").asText())
                .bytes(json.path("bytes").asLong())
                .etag(json.path("hash").asText())
                .contentType(json.path("content_type").asText())
                .modified(Json.time(json.path("last_modified")).orElse(Instant.EPOCH))
                .build();
    }

    static String contentType(UploadSpec spec) {
        return spec.contentType()
                .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(spec.name())))
                .orElse("application/octet-stream");
    }

    /** Adds the headers that a spec asks for. */
    static Request write(Request request, UploadSpec spec) {
        Request described = request.header("Content-Type", contentType(spec));
        for (Map.Entry<String, String> entry : spec.metadata().entrySet()) {
            described = meta(described, entry);
        }
        return spec.expiresAfter().isEmpty()
                ? described
                : expiring(described, spec.expiresAfter().get());
    }

    static Request expiring(Request request, Duration after) {
        return request.header("X-Delete-After", String.valueOf(after.toSeconds()));
    }

    /** Adds the headers that an object keeps although {@link StoredObject} does not show them. */
    static Request keep(Request request, Map<String, String> headers) {
        Request kept = request;
        for (String header : KEPT) {
            String value = headers.getOrDefault(header, "");
            kept = value.isEmpty() ? kept : kept.header(header, value);
        }
        return kept;
    }

    /** Adds all headers of an object, because a change replaces all of them. */
    static Request write(Request request, StoredObject object) {
        Request described = request.header("Content-Type", object.contentType());
        for (Map.Entry<String, String> entry : object.metadata().entrySet()) {
            described = meta(described, entry);
        }
        return object.expires().isEmpty()
                ? described
                : described.header(
                        "X-Delete-At", String.valueOf(object.expires().get().getEpochSecond()));
    }

    private static Request meta(Request request, Map.Entry<String, String> entry) {
        String value = HeaderText.encode("metadata \"" + entry.getKey() + "\"", entry.getValue());
        return request.header(META + entry.getKey(), value);
    }
}
