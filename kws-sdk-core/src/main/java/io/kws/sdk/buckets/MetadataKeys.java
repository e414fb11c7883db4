package io.kws.sdk.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.Map;
import java.util.regex.Pattern;

/** The limits of the metadata's keys, which travel as the names of headers. */
final class MetadataKeys {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,128}");

    private MetadataKeys() {}

    static void check(Map<String, String> metadata) {
        metadata.keySet().stream()
                .filter(key -> !KEY.matcher(key).matches())
                .findFirst()
                .ifPresent(key -> {
                    throw new InvalidRequestException(
                            "the metadata key \"%s\" is not allowed: 1 to 128 lower-case letters, digits and hyphens"
                                    .formatted(key));
                });
    }
}
