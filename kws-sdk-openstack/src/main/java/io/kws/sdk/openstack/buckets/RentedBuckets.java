package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Rented buckets; their tags are headers of the container. A bucket cannot be stopped. */
public final class RentedBuckets implements RentalBackend {
    private static final int MAX_CONCURRENT = 8;

    private final SwiftContainers containers;
    private final UseCaseRunner runner;
    private final Buckets buckets;

    /**
     * Makes access to the rented buckets of a node.
     *
     * @param client the node
     * @param runner reads several buckets at the same time
     * @param buckets the node's buckets
     */
    public RentedBuckets(OpenStackClient client, UseCaseRunner runner, Buckets buckets) {
        this.containers = new SwiftContainers(client);
        this.runner = runner;
        this.buckets = buckets;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public List<Tagged> list() {
        return eachOf(buckets.names(), name -> find(name).filter(bucket -> RentalTags.isRental(bucket.tags()))).stream()
                .sorted(Comparator.comparing(Tagged::name))
                .toList();
    }

    /** Lists contain names only, so each bucket is read, several at the same time. */
    private <T> List<T> eachOf(List<String> all, Function<String, Optional<T>> read) {
        Queue<String> names = new ConcurrentLinkedQueue<>(all);
        Queue<T> results = new ConcurrentLinkedQueue<>();
        int concurrent = Math.min(MAX_CONCURRENT, all.size());
        var unused =
                runner.run(new UseCase<>("read the buckets", Deadline.current().remaining(), steps -> {
                    for (int i = 0; i < concurrent; i++) {
                        steps.act("read buckets", context -> {
                            for (String name = names.poll(); name != null; name = names.poll()) {
                                read.apply(name).ifPresent(results::add);
                            }
                        });
                    }
                    return receipt -> receipt;
                }));
        return List.copyOf(results);
    }

    @Override
    public Tagged get(String nameOrId) {
        return find(nameOrId).orElseGet(() -> {
            Bucket bucket = buckets.get(nameOrId); // fails and suggests the nearest name
            return new Tagged(bucket.name(), bucket.name(), "", Map.of());
        });
    }

    private Optional<Tagged> find(String name) {
        return containers.head(SwiftNames.bucket(name)).map(reply -> tagged(name, reply));
    }

    private static Tagged tagged(String name, Reply reply) {
        return new Tagged(name, name, "", BucketHeaders.tags(reply));
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        containers
                .client()
                .reply(BucketHeaders.write(SwiftContainers.request("POST", id), tags)
                        .repeatable());
    }

    @Override
    public void stop(String id) {}

    @Override
    public Receipt end(String id) {
        return buckets.deleteWithContents(id);
    }

    @Override
    public Receipt endRest(RentalId rental) {
        List<ReceiptEntry> deleted = new ArrayList<>();
        for (Orphan orphan : abandonedReservations()) {
            if (orphan.rental().equals(rental) && containers.delete(orphan.id())) {
                deleted.add(new ReceiptEntry(ResourceKind.BUCKET, orphan.id(), orphan.id(), Outcome.DELETED, ""));
            }
        }
        return new Receipt(deleted);
    }

    /** Returns the buckets whose program was killed before it wrote the rental into them. */
    @Override
    public List<Orphan> orphans(Set<String> living) {
        return abandonedReservations();
    }

    private List<Orphan> abandonedReservations() {
        return eachOf(
                containers.names(),
                name -> containers
                        .head(name)
                        .flatMap(reply -> BucketHeaders.abandonedReservation(reply)
                                .map(rental ->
                                        new Orphan(rental, ResourceKind.BUCKET, name, BucketHeaders.created(reply)))));
    }
}
