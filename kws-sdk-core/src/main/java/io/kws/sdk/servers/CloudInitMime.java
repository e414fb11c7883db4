package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes parts as a MIME multi-part, deterministically, and reads any such message into a flat list of parts. */
final class CloudInitMime {
    // cloudinit/user_data.py, convert_string: anything else is treated as a single part
    private static final Pattern SIGN = Pattern.compile("mime-version:", Pattern.CASE_INSENSITIVE);
    private static final int SIGN_WITHIN = 4096;

    private static final Set<String> REWRITTEN =
            Set.of("content-type", "content-transfer-encoding", "mime-version", "content-length");
    private static final Set<String> GZIP_TYPES = Set.of(
            "application/gzip",
            "application/gzip-compressed",
            "application/gzipped",
            "application/x-compress",
            "application/x-compressed",
            "application/x-gunzip",
            "application/x-gzip",
            "application/x-gzip-compressed");
    private static final int LONGEST_LINE = 990;

    private CloudInitMime() {}

    /** Returns whether cloud-init treats the data as MIME, intended or not. */
    static boolean isTakenForMime(byte[] data) {
        return SIGN.matcher(new String(data, 0, Math.min(data.length, SIGN_WITHIN), StandardCharsets.ISO_8859_1))
                .find();
    }

    static List<CloudInitPart> read(byte[] data) {
        List<CloudInitPart> parts = new ArrayList<>();
        collect(CloudInitMimeMessage.parse(new String(data, StandardCharsets.ISO_8859_1)), parts);
        if (parts.isEmpty()) {
            throw new InvalidRequestException("the MIME multi-part of the cloud-init user data has no parts;"
                    + " check that its boundary lines begin with \"--\" and the boundary of its Content-Type");
        }
        return List.copyOf(parts);
    }

    private static void collect(CloudInitMimeMessage message, List<CloudInitPart> parts) {
        if (message.isMultipart()) {
            message.children().forEach(child -> collect(child, parts));
            return;
        }
        byte[] content = message.content();
        if (content.length == 0) {
            return;
        }
        boolean zipped = GZIP_TYPES.contains(message.type());
        Map<String, String> headers = message.headersWithout(REWRITTEN);
        String where = " (part " + (parts.size() + 1) + " of the multi-part)";
        parts.add(CloudInitPart.checked(
                zipped ? "text/plain" : message.type(),
                headers,
                zipped ? CloudInitGzip.unzip(content) : content,
                where));
    }

    static byte[] write(List<CloudInitPart> parts) {
        String boundary = "kws-" + digest(parts);
        StringBuilder out = new StringBuilder("Content-Type: multipart/mixed; boundary=\"")
                .append(boundary)
                .append("\"\nMIME-Version: 1.0\n\n");
        for (CloudInitPart part : parts) {
            out.append("--").append(boundary).append('\n');
            append(part, out);
        }
        return out.append("--").append(boundary).append("--\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void append(CloudInitPart part, StringBuilder out) {
        boolean plain = isPlain(part.content());
        String charset = part.mimeType().startsWith("text/") ? "; charset=\"utf-8\"" : "";
        out.append("Content-Type: ").append(part.mimeType()).append(charset).append("\nMIME-Version: 1.0\n");
        out.append("Content-Transfer-Encoding: ")
                .append(plain ? "7bit" : "base64")
                .append('\n');
        part.headers()
                .forEach((name, value) ->
                        out.append(name).append(": ").append(value).append('\n'));
        byte[] newLine = {'\n'};
        out.append('\n')
                .append(
                        plain
                                ? new String(part.content(), StandardCharsets.ISO_8859_1)
                                : Base64.getMimeEncoder(76, newLine).encodeToString(part.content()))
                .append('\n');
    }

    // Python's parser corrupts unencoded non-ASCII text (get_payload falls back to raw-unicode-escape)
    private static boolean isPlain(byte[] content) {
        int line = 0;
        for (byte one : content) {
            line = one == '\n' ? 0 : line + 1;
            boolean printable = (one >= ' ' && one < 127) || one == '\n' || one == '\t';
            if (!printable || line > LONGEST_LINE) {
                return false;
            }
        }
        return true;
    }

    private static String digest(List<CloudInitPart> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.content()));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
