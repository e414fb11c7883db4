package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.List;
import java.util.Map;

/** Merges the SDK's cloud-config below the user's (cloudinit/handlers/cloud_config.py, cloudinit/mergers). */
final class CloudInitMerge {
    private static final String HEADER = "Merge-Type";
    private static final String JOIN_LISTS_KEEP_VALUES = "list(append)+dict(no_replace,recurse_list)+str()";

    private CloudInitMerge() {}

    static CloudInitPart mergeable(CloudInitPart part) {
        boolean told = part.hasHeader(HEADER) || part.hasHeader("X-" + HEADER);
        return part.isCloudConfig() && !told ? part.with(HEADER, JOIN_LISTS_KEEP_VALUES) : part;
    }

    /** Rejects a list of ours for a key that the user sets to a single value: cloud-init would silently drop one. */
    static void check(List<CloudInitPart> theirs, List<CloudInitPart> ours) {
        for (Map<String, Object> their : cloudConfigs(theirs)) {
            for (Map<String, Object> our : cloudConfigs(ours)) {
                our.forEach((key, value) -> {
                    if (value instanceof List && their.containsKey(key) && !(their.get(key) instanceof List)) {
                        throw new InvalidRequestException("\"" + key
                                + "\" in the user's cloud-config is not a list, so nothing can be added to it; make it"
                                + " one or leave it out");
                    }
                });
            }
        }
    }

    private static List<Map<String, Object>> cloudConfigs(List<CloudInitPart> parts) {
        return parts.stream()
                .filter(CloudInitPart::isCloudConfig)
                .map(part -> CloudInitYaml.parse(part.content(), ""))
                .toList();
    }
}
