package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subset of MIME that user data uses. Strings hold one byte per character.
 *
 * @param headers the headers, unfolded, names as written
 * @param body what follows the empty line, still encoded
 */
record CloudInitMimeMessage(Map<String, String> headers, String body) {
    private static final Pattern HEADER = Pattern.compile("([!-9;-~]+):[ \\t]*(.*)");
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("=([0-9A-Fa-f]{2})|=[ \\t]*\\r?\\n");

    static CloudInitMimeMessage parse(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        String last = "";
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(at, end < 0 ? next : end).replaceAll("\\r$", "");
            Matcher header = HEADER.matcher(line);
            if (line.isEmpty()) {
                return new CloudInitMimeMessage(headers, text.substring(next));
            } else if ((line.startsWith(" ") || line.startsWith("\t")) && !last.isEmpty()) {
                headers.merge(last, " " + line.strip(), String::concat);
            } else if (header.matches()) {
                last = header.group(1);
                headers.put(last, header.group(2).strip());
            } else if (!line.startsWith("From ")) {
                throw broken("a line between the headers and the empty line after them is no header");
            }
            at = next;
        }
        return new CloudInitMimeMessage(headers, "");
    }

    private static InvalidRequestException broken(String why) {
        return new InvalidRequestException("the MIME multi-part of the cloud-init user data is broken: " + why);
    }

    String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    Map<String, String> headersWithout(Collection<String> lowerCaseNames) {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.keySet().removeIf(name -> lowerCaseNames.contains(name.toLowerCase(Locale.ROOT)));
        return others;
    }

    /** The content type without its parameters. */
    String type() {
        String type = header("Content-Type").replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text/plain" : type;
    }

    boolean isMultipart() {
        return type().startsWith("multipart/");
    }

    List<CloudInitMimeMessage> children() {
        Matcher found = BOUNDARY.matcher(header("Content-Type"));
        if (!found.find()) {
            throw broken("its Content-Type names no boundary");
        }
        String boundary = found.group(1) == null ? found.group(2) : found.group(1);
        Matcher line = Pattern.compile("(?:^|\\r?\\n)--" + Pattern.quote(boundary) + "(--)?[ \\t]*(?=\\r?\\n|$)")
                .matcher(body);
        List<CloudInitMimeMessage> children = new ArrayList<>();
        int begin = -1;
        boolean closed = false;
        while (!closed && line.find()) {
            if (begin >= 0) {
                children.add(child(begin, line.start()));
            }
            begin = line.end();
            closed = line.group(1) != null;
        }
        if (!closed && begin >= 0) {
            children.add(child(begin, body.length()));
        }
        return children;
    }

    private CloudInitMimeMessage child(int begin, int end) {
        return parse(body.substring(begin, Math.max(begin, end)).replaceFirst("^\\r?\\n", ""));
    }

    /** The body, decoded. */
    byte[] content() {
        String encoding = header("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
        try {
            return switch (encoding) {
                case "base64" -> Base64.getMimeDecoder().decode(body);
                case "quoted-printable" -> quotedPrintable();
                default -> body.getBytes(StandardCharsets.ISO_8859_1);
            };
        } catch (IllegalArgumentException e) {
            throw broken("a part is not the base64 that it says it is");
        }
    }

    private byte[] quotedPrintable() {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        Matcher mark = QUOTED.matcher(body);
        int at = 0;
        while (mark.find()) {
            decoded.writeBytes(body.substring(at, mark.start()).getBytes(StandardCharsets.ISO_8859_1));
            if (mark.group(1) != null) {
                decoded.write(Integer.parseInt(mark.group(1), 16));
            }
            at = mark.end();
        }
        decoded.writeBytes(body.substring(at).getBytes(StandardCharsets.ISO_8859_1));
        return decoded.toByteArray();
    }

    /** Returns the type only: the rest may be secret. */
    @Override
    public String toString() {
        return type();
    }
}
