package io.kws.sdk.openstack.buckets;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The context of the use cases of buckets and objects on one node. Immutable.
 *
 * @param containers the node's containers and objects
 * @param capabilities the capabilities of its Swift
 * @param purge deletes many objects at once
 * @param runner runs the use cases
 * @param timeouts the time limits
 * @param limits the project's limits
 */
record BucketNode(
        SwiftContainers containers,
        SwiftCapabilities capabilities,
        BulkPurge purge,
        UseCaseRunner runner,
        Timeouts timeouts,
        Limits limits) {
    private static final Lookup<String> LOOKUP = new Lookup<>("bucket", name -> name, name -> name);

    static BucketNode of(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Limits limits) {
        SwiftContainers containers = new SwiftContainers(client);
        SwiftCapabilities capabilities = new SwiftCapabilities(client);
        return new BucketNode(
                containers, capabilities, new BulkPurge(containers, capabilities), runner, timeouts, limits);
    }

    OpenStackClient client() {
        return containers.client();
    }

    Optional<StoredObject> findObject(String bucket, String name) {
        return containers.head(bucket, name).map(reply -> ObjectHeaders.read(bucket, name, reply.headers()));
    }

    /** Returns the headers of an object. */
    Reply head(String bucket, String name) {
        return withObject(bucket, name, () -> client().reply(SwiftContainers.request("HEAD", bucket, name)));
    }

    /** Runs a call that needs an object; if it does not exist, the error names the bucket or the object. */
    <T> T withObject(String bucket, String name, Supplier<T> call) {
        return client().located(() -> {
            try {
                return call.get();
            } catch (NotFoundException e) {
                requireBucket(bucket);
                throw new NotFoundException("object \"%s\" does not exist in bucket \"%s\"".formatted(name, bucket), e);
            }
        });
    }

    /** Lists all pages of a bucket's content. */
    List<JsonNode> list(String bucket, Request list) {
        return client().located(() -> {
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
            throw missingBucket(bucket);
        }
    }

    NotFoundException missingBucket(String bucket) {
        return LOOKUP.missing(bucket, bucketNames());
    }

    /** Returns the names of all containers that do not hold the segments of another one. */
    List<String> bucketNames() {
        List<String> all = containers.names();
        Set<String> segments = all.stream().map(SwiftNames::segmentsOf).collect(Collectors.toSet());
        return all.stream().filter(name -> !segments.contains(name)).toList();
    }
}
