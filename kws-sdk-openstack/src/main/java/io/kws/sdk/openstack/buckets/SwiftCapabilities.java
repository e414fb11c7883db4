package io.kws.sdk.openstack.buckets;

import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.client.OpenStackClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a node's Swift offers, as it says itself; asked for once. Safe for use by many threads. */
final class SwiftCapabilities {
    private static final List<String> DIGESTS = List.of("sha256", "sha512", "sha1");

    private final OpenStackClient client;
    private volatile @Nullable JsonNode known;

    SwiftCapabilities(OpenStackClient client) {
        this.client = client;
    }

    private JsonNode info() {
        JsonNode info = known;
        if (info == null) {
            info = read();
            known = info;
        }
        return info;
    }

    private JsonNode read() {
        try {
            return client.info(OBJECT_STORE).json();
        } catch (NotFoundException e) {
            return Json.object(); // it does not tell
        }
    }

    boolean deletesInBulk() {
        return info().has("bulk_delete");
    }

    /** Swift without them would store the list of segments as if it were the content. */
    void requireLargeObjects() {
        if (!info().has("slo")) {
            throw new CapabilityMissingException(
                    "the node's object store offers no static large objects; store at most a segment at once");
        }
    }

    /** Returns the best way to sign temporary URLs; releases that do not tell know SHA-1 only. */
    String digest() {
        JsonNode tempUrl = info().path("tempurl");
        if (tempUrl.isMissingNode()) {
            throw new CapabilityMissingException("the node's object store offers no temporary URLs");
        }
        Set<String> allowed = new HashSet<>();
        tempUrl.path("allowed_digests").forEach(digest -> allowed.add(digest.asText()));
        return DIGESTS.stream().filter(allowed::contains).findFirst().orElse("sha1");
    }
}
