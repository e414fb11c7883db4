package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One decoded part of user data. Not modified after creation, although the array is mutable.
 *
 * @param mimeType the type as which cloud-init handles it
 * @param headers its other headers in the multi-part message, such as {@code Merge-Type}, names as written
 * @param content the content
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; CloudInit compares the finished bytes
record CloudInitPart(String mimeType, Map<String, String> headers, byte[] content) {
    // cloudinit/user_data.py: only for these declared types does the beginning of the content decide
    private static final Set<String> TOLD_BY_CONTENT = Set.of("text/plain", "text/x-not-multipart");

    private static final String SCRIPT = CloudInitKind.SCRIPT.mimeType();

    /** Creates a part from content without headers. */
    static CloudInitPart of(byte[] content) {
        return checked("text/plain", Map.of(), content, "");
    }

    /**
     * Creates and validates a part.
     *
     * @param declared the type in its header
     * @param headers its other headers
     * @param content the content, decoded and unzipped
     * @param where the part, for messages; empty if there is only one
     */
    static CloudInitPart checked(String declared, Map<String, String> headers, byte[] content, String where) {
        String type = declared;
        if (TOLD_BY_CONTENT.contains(declared) || declared.equals(SCRIPT)) {
            Optional<CloudInitKind> kind = CloudInitKind.of(new String(content, StandardCharsets.UTF_8));
            if (kind.isEmpty() && !declared.equals(SCRIPT)) {
                throw new InvalidRequestException("the cloud-init user data" + where
                        + " begins with nothing that cloud-init knows; its first line must be one of: "
                        + CloudInitKind.accepted());
            }
            type = kind.map(CloudInitKind::mimeType).orElse(declared);
        }
        CloudInitPart part = new CloudInitPart(type, headers, content);
        if (part.isCloudConfig()) {
            CloudInitYaml.parse(content, where);
        }
        return part;
    }

    boolean isCloudConfig() {
        return mimeType.equals(CloudInitKind.CLOUD_CONFIG.mimeType());
    }

    boolean hasHeader(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    CloudInitPart with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CloudInitPart(mimeType, more, content);
    }

    /** The kind and size, never the content. */
    @Override
    public String toString() {
        return mimeType + " " + content.length + " bytes";
    }
}
