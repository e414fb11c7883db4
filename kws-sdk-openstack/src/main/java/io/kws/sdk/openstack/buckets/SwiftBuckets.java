package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.BucketUsage;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.driver.OwnerFilter;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/** Buckets in Swift. */
public final class SwiftBuckets implements Buckets {
    private final BucketNode node;
    private final SwiftContainers containers;

    /**
     * Makes access to the buckets of a node.
     *
     * @param client the node
     * @param runner runs the use cases
     * @param timeouts the time limits
     * @param limits the project's limits
     */
    public SwiftBuckets(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Limits limits) {
        this.node = BucketNode.of(client, runner, timeouts, limits);
        this.containers = node.containers();
    }

    @Override
    public BucketRental create(BucketSpec spec) {
        return node.runner().run(CreateBucket.useCase(node, spec));
    }

    @Override
    public Operation<BucketRental> createAsync(BucketSpec spec) {
        return node.runner().start(CreateBucket.useCase(node, spec));
    }

    @Override
    public Plan plan(BucketSpec spec) {
        return node.runner().run(CreateBucket.plan(node, spec));
    }

    @Override
    public Bucket get(String name) {
        return bucket(name, head(name));
    }

    @Override
    public Optional<Bucket> find(String name) {
        return containers.head(SwiftNames.bucket(name)).map(reply -> bucket(name, reply));
    }

    @Override
    public List<String> names() {
        return node.bucketNames();
    }

    @Override
    public List<Bucket> list() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    @Override
    public List<Bucket> ownedBy(String owner) {
        return list().stream()
                .filter(bucket -> bucket.rental().isPresent() && new OwnerFilter(owner).matches(bucket.rental()))
                .toList();
    }

    @Override
    public BucketUsage usage(String name) {
        Reply bucket = head(name);
        long segmentBytes = containers
                .head(SwiftNames.segmentsOf(name))
                .map(SwiftBuckets::bytes)
                .orElse(0L);
        return new BucketUsage(BucketHeaders.number(bucket, "X-Container-Object-Count"), bytes(bucket) + segmentBytes);
    }

    private static long bytes(Reply reply) {
        return BucketHeaders.number(reply, "X-Container-Bytes-Used");
    }

    @Override
    public Bucket makePublic(String name) {
        return change(name, Visibility.PUBLIC);
    }

    @Override
    public Bucket makePrivate(String name) {
        return change(name, Visibility.PRIVATE);
    }

    private Bucket change(String name, Visibility visibility) {
        String readers = BucketHeaders.readers(head(name), visibility);
        writeReaders(name, readers);
        String segments = SwiftNames.segmentsOf(name);
        if (containers.head(segments).isPresent()) {
            writeReaders(segments, readers); // Swift checks the readers of each segment, too
        }
        return get(name);
    }

    private void writeReaders(String container, String readers) {
        Request post = SwiftContainers.request("POST", container).repeatable();
        node.client()
                .reply(
                        readers.isEmpty()
                                ? post.header("X-Remove-Container-Read", "1")
                                : post.header(BucketHeaders.READ, readers));
    }

    @Override
    public Receipt delete(String name) {
        return node.runner().run(DeleteBucket.useCase(node, SwiftNames.bucket(name)));
    }

    @Override
    public Receipt deleteWithContents(String name) {
        return node.runner().run(DeleteBucket.withContents(node, SwiftNames.bucket(name)));
    }

    @Override
    public StoredObjects objects(String bucket) {
        return new SwiftObjects(node, SwiftNames.bucket(bucket));
    }

    private Reply head(String name) {
        return node.client()
                .located(() -> containers.head(SwiftNames.bucket(name)).orElseThrow(() -> node.missingBucket(name)));
    }

    private Bucket bucket(String name, Reply reply) {
        return BucketHeaders.read(
                node.client().node(), name, node.client().address(SwiftContainers.request("GET", name)), reply);
    }
}
