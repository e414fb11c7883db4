package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes a bucket and the container of its segments. */
final class DeleteBucket {
    private static final Duration ALLOWED = Duration.ofHours(1);
    private static final int PAGE = 1000;

    private final BucketNode node;
    private final SwiftContainers containers;
    private final ContainerPurge purge;
    private final String name;

    private DeleteBucket(BucketNode node, ContainerPurge purge, String name) {
        this.node = node;
        this.containers = node.containers();
        this.purge = purge;
        this.name = name;
    }

    /** Deletes an empty bucket. */
    static UseCase<Receipt> useCase(BucketNode node, String name) {
        return useCase(node, ContainerPurge.NONE, name, "");
    }

    static UseCase<Receipt> withContents(BucketNode node, String name) {
        return useCase(node, node.purge(), name, " with its contents");
    }

    private static UseCase<Receipt> useCase(BucketNode node, ContainerPurge purge, String name, String more) {
        return new UseCase<>(
                "delete bucket \"" + name + "\"" + more,
                ALLOWED,
                steps -> new DeleteBucket(node, purge, name).define(steps));
    }

    /** The bucket is deleted last: while it exists, a deletion that failed half way can be repeated. */
    private UseCase.ResultReader<Receipt> define(Steps steps) {
        Step<Existing> existing =
                steps.add("find bucket", context -> keepsContents() ? findEmpty() : find(containers.head(name)));
        Step<Boolean> ready =
                steps.add("delete segments", context -> deleteSegments(context, existing.result()), existing);
        steps.act("delete bucket", context -> deleteBucket(context, ready.result()), ready);
        return receipt -> receipt;
    }

    private boolean keepsContents() {
        return purge == ContainerPurge.NONE;
    }

    /**
     * The containers that exist.
     *
     * @param bucket the bucket's container
     * @param segments the container of its segments
     */
    private record Existing(Optional<Reply> bucket, Optional<Reply> segments) {
        boolean hasSegments() {
            return segments.filter(container -> objectCount(container) > 0).isPresent();
        }
    }

    private Existing find(Optional<Reply> bucket) {
        Optional<Reply> segments = bucket.flatMap(one -> containers.head(SwiftNames.segmentsOf(name)))
                .filter(container -> !RentalTags.isRental(BucketHeaders.tags(container))); // a bucket of its own
        return new Existing(bucket, segments);
    }

    private Existing findEmpty() {
        Optional<Reply> bucket = containers.head(name);
        bucket.map(DeleteBucket::objectCount).filter(objects -> objects > 0).ifPresent(objects -> {
            throw BucketRemoval.notEmpty(objects + (objects == 1 ? " object" : " objects"));
        });
        Existing existing = find(bucket);
        requireNoSegments(existing);
        return existing;
    }

    /**
     * Without the bucket, nothing would show what its segments belong to. Objects of other programs do not count; markers
     * of uploads that have no segments are useless and deleted.
     */
    private void requireNoSegments(Existing existing) {
        if (!existing.hasSegments()) {
            return;
        }
        String container = SwiftNames.segmentsOf(name);
        List<String> own =
                containers.page(SwiftContainers.request("GET", container), PAGE).findValuesAsText("name").stream()
                        .filter(StoreLargeObject::isOwn)
                        .toList();
        if (!own.stream().allMatch(object -> object.startsWith(UploadMarker.FOLDER))) {
            throw BucketRemoval.notEmpty("no objects, but segments of broken uploads in \"%s\"".formatted(container));
        }
        own.forEach(marker -> containers.delete(container, marker));
    }

    /** Returns whether the bucket may be deleted next. */
    private boolean deleteSegments(StepContext context, Existing existing) {
        if (existing.bucket().isEmpty()) {
            return false;
        }
        String segments = SwiftNames.segmentsOf(name);
        boolean ofOthers = keepsContents() && existing.hasSegments() && !isEmpty(segments);
        if (existing.segments().isEmpty() || ofOthers) {
            return true;
        }
        purge.empty(name); // no object may be listed without its segments
        return context.remove(removal(segments), segments);
    }

    private void deleteBucket(StepContext context, boolean ready) {
        if (ready) {
            context.remove(removal(name), name);
        }
    }

    private BucketRemoval removal(String container) {
        return new BucketRemoval(containers, purge, container, node.timeouts());
    }

    private boolean isEmpty(String container) {
        return containers.page(SwiftContainers.request("GET", container), 1).isEmpty();
    }

    private static long objectCount(Reply container) {
        return BucketHeaders.number(container, "X-Container-Object-Count");
    }
}
