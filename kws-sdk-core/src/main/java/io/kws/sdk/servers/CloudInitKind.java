package io.kws.sdk.servers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formats that cloud-init accepts, identified by their first characters (cloudinit/handlers, INCLUSION_TYPES_MAP).
 */
enum CloudInitKind {
    CLOUD_CONFIG("#cloud-config", "text/cloud-config"),
    ARCHIVE("#cloud-config-archive", "text/cloud-config-archive"),
    JSON_PATCH("#cloud-config-jsonp", "text/cloud-config-jsonp"),
    SCRIPT("#!", "text/x-shellscript"),
    BOOTHOOK("#cloud-boothook", "text/cloud-boothook"),
    INCLUDE("#include", "text/x-include-url"),
    INCLUDE_ONCE("#include-once", "text/x-include-once-url"),
    PART_HANDLER("#part-handler", "text/part-handler"),
    TEMPLATE("## template: jinja", "text/jinja2");

    private final String beginning;
    private final String mimeType;

    CloudInitKind(String beginning, String mimeType) {
        this.beginning = beginning;
        this.mimeType = mimeType;
    }

    String mimeType() {
        return mimeType;
    }

    /**
     * Returns the kind of a text: the longest matching beginning, ignoring case and leading blanks as cloud-init does.
     */
    static Optional<CloudInitKind> of(String text) {
        String begin = text.stripLeading().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> begin.startsWith(kind.beginning))
                .max(Comparator.comparingInt(kind -> kind.beginning.length()));
    }

    /** Lists the accepted first lines, for messages. */
    static String accepted() {
        return Stream.concat(
                        Arrays.stream(values()).map(kind -> kind == SCRIPT ? "#!/bin/sh (a script)" : kind.beginning),
                        Stream.of("MIME-Version: 1.0 (a MIME multi-part)"))
                .collect(Collectors.joining(", "));
    }
}
