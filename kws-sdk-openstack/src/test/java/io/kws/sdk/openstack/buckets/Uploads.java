package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.transfers.Content;
import java.util.List;

/** What tests store. */
final class Uploads {
    /** Names that mislead who does not encode them, or encodes them twice. */
    static final List<String> NAMES = List.of(
            "plain",
            "a b",
            " ",
            "a#b?c=1&d=2%20+",
            "100%",
            "dir/sub//x/",
            "/",
            "..",
            "./../x",
            "あ/Zoë/😀",
            "\"quoted\"'\\<>;:@=,[]{}|^`~!$*()",
            "tab\tnewline\nend",
            "x".repeat(1024),
            "あ".repeat(341));

    private Uploads() {}

    static UploadSpec inSegments(String name, byte[] content, long segmentBytes) {
        return UploadSpec.builder()
                .name(name)
                .content(Content.of(content))
                .segmentBytes(segmentBytes)
                .build();
    }
}
