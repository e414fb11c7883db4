package io.kws.sdk.openstack.buckets;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the use cases of objects need of their node. Immutable.
 *
 * @param containers its containers
 * @param capabilities what it offers
 * @param purge deletes many objects
 * @param missingBucket the error that there is no bucket of a name
 */
record ObjectStore(
        SwiftContainers containers,
        SwiftCapabilities capabilities,
        BulkPurge purge,
        Function<String, RuntimeException> missingBucket) {

    Optional<StoredObject> find(String bucket, String name) {
        return containers.head(bucket, name).map(reply -> ObjectHeaders.read(bucket, name, reply.headers()));
    }

    /** Returns what the headers say of an object. */
    Reply head(String bucket, String name) {
        return finding(bucket, name, () -> containers.client().reply(SwiftContainers.request("HEAD", bucket, name)));
    }

    /** Does what needs an object, and says what is missing if it is not there. */
    <T> T finding(String bucket, String name, Supplier<T> work) {
        return containers.client().located(() -> {
            try {
                return work.get();
            } catch (NotFoundException e) {
                requireBucket(bucket);
                throw new NotFoundException("bucket \"%s\" has no object \"%s\"".formatted(bucket, name), e);
            }
        });
    }

    /** Lists all pages of what a bucket has. */
    List<JsonNode> listing(String bucket, Request list) {
        return containers.client().located(() -> {
            try {
                return containers.all(list);
            } catch (NotFoundException e) {
                requireBucket(bucket);
                throw e;
            }
        });
    }

    void requireBucket(String bucket) {
        if (containers.head(bucket).isEmpty()) {
            throw missingBucket.apply(bucket);
        }
    }
}
