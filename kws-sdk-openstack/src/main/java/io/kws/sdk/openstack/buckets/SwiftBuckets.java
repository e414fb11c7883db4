package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.BucketUsage;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Buckets by Swift. */
public final class SwiftBuckets implements Buckets {
    private static final Lookup<String> LOOKUP = new Lookup<>("bucket", name -> name, name -> name);

    private final Limits limits;
    private final SwiftContainers containers;
    private final UseCaseRunner runner;
    private final Timeouts timeouts;
    private final SwiftCapabilities capabilities;
    private final BulkPurge purge;

    /**
     * Makes the buckets of a node.
     *
     * @param client the node
     * @param runner runs the use cases
     * @param timeouts how long things may take
     * @param limits how much the project may have
     */
    public SwiftBuckets(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Limits limits) {
        this.limits = limits;
        this.containers = new SwiftContainers(client);
        this.runner = runner;
        this.timeouts = timeouts;
        this.capabilities = new SwiftCapabilities(client);
        this.purge = new BulkPurge(containers, capabilities);
    }

    @Override
    public BucketRental create(BucketSpec spec) {
        return runner.run(CreateBucket.useCase(containers, spec));
    }

    @Override
    public Operation<BucketRental> createAsync(BucketSpec spec) {
        return runner.start(CreateBucket.useCase(containers, spec));
    }

    @Override
    public Plan plan(BucketSpec spec) {
        return runner.run(CreateBucket.plan(containers, limits, spec));
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
        List<String> all = containers.names();
        Set<String> segments = new HashSet<>();
        all.forEach(name -> segments.add(SwiftNames.segmentsOf(name)));
        return all.stream().filter(name -> !segments.contains(name)).toList();
    }

    @Override
    public List<Bucket> list() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    @Override
    public List<Bucket> ownedBy(String owner) {
        return list().stream()
                .filter(bucket ->
                        bucket.rental().map(Rental::owner).filter(owner::equals).isPresent())
                .toList();
    }

    @Override
    public BucketUsage usage(String name) {
        Reply bucket = head(name);
        long segments = containers
                .head(SwiftNames.segmentsOf(name))
                .map(SwiftBuckets::bytes)
                .orElse(0L);
        return new BucketUsage(BucketHeaders.number(bucket, "X-Container-Object-Count"), bytes(bucket) + segments);
    }

    private static long bytes(Reply reply) {
        return BucketHeaders.number(reply, "X-Container-Bytes-Used");
    }

    @Override
    public Bucket makePublic(String name) {
        return open(name, Visibility.PUBLIC);
    }

    @Override
    public Bucket makePrivate(String name) {
        return open(name, Visibility.PRIVATE);
    }

    private Bucket open(String name, Visibility visibility) {
        Reply bucket = head(name);
        String rights = BucketHeaders.rights(bucket, visibility);
        write(name, rights);
        String segments = SwiftNames.segmentsOf(name);
        if (containers.head(segments).isPresent()) {
            write(segments, rights); // the service asks for those of each segment, too
        }
        return get(name);
    }

    private void write(String container, String rights) {
        Request post = SwiftContainers.request("POST", container).repeatable();
        containers
                .client()
                .reply(
                        rights.isEmpty()
                                ? post.header("X-Remove-Container-Read", "1")
                                : post.header(BucketHeaders.READ, rights));
    }

    private DeleteBucket deletion(String name) {
        return new DeleteBucket(containers, purge, timeouts, SwiftNames.bucket(name));
    }

    @Override
    public Receipt delete(String name) {
        return runner.run(deletion(name).useCase());
    }

    @Override
    public Receipt deleteWithContents(String name) {
        return runner.run(deletion(name).withContents());
    }

    @Override
    public StoredObjects objects(String bucket) {
        return new SwiftObjects(
                new ObjectStore(containers, capabilities, purge, this::missing),
                runner,
                timeouts,
                SwiftNames.bucket(bucket));
    }

    private Reply head(String name) {
        return containers
                .client()
                .located(() -> containers.head(SwiftNames.bucket(name)).orElseThrow(() -> missing(name)));
    }

    private RuntimeException missing(String name) {
        return LOOKUP.missing(name, names());
    }

    private Bucket bucket(String name, Reply reply) {
        return BucketHeaders.read(
                containers.client().node(),
                name,
                containers.client().address(SwiftContainers.request("GET", name)),
                reply);
    }
}
