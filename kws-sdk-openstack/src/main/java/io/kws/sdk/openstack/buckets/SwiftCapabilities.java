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

/** The capabilities of a node's Swift, read once. Thread-safe. */
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
            return Json.object(); // the service does not publish them
        }
    }

    boolean deletesInBulk() {
        return info().has("bulk_delete");
    }

    /** Without this capability, Swift would store the manifest as if it were the content. */
    void requireLargeObjects() {
        if (!info().has("slo")) {
            throw new CapabilityMissingException(
                    "the node's object store does not support large objects; keep the object within one segment");
        }
    }

    /** Returns the strongest digest for temporary URLs; releases that list none support only SHA-1. */
    String digest() {
        JsonNode tempUrl = info().path("tempurl");
        if (tempUrl.isMissingNode()) {
            throw new CapabilityMissingException("the node's object store does not support temporary URLs");
        }
        Set<String> allowed = new HashSet<>();
        tempUrl.path("allowed_digests").forEach(digest -> allowed.add(digest.asText()));
        return DIGESTS.stream().filter(allowed::contains).findFirst().orElse("sha1");
    }
}
