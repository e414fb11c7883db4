package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes a bucket, and the container of its segments. */
final class DeleteBucket {
    private static final Duration ALLOWED = Duration.ofHours(1);

    private static final int ENOUGH = 1000;

    private final SwiftContainers containers;
    private final ContainerPurge purge;
    private final Timeouts timeouts;
    private final String name;

    DeleteBucket(SwiftContainers containers, ContainerPurge purge, Timeouts timeouts, String name) {
        this.containers = containers;
        this.purge = purge;
        this.timeouts = timeouts;
        this.name = name;
    }

    UseCase<Receipt> useCase() {
        return new UseCase<>("delete bucket \"" + name + "\"", ALLOWED, this::define);
    }

    UseCase<Receipt> withContents() {
        return new UseCase<>("delete bucket \"" + name + "\" with its contents", ALLOWED, this::defineWithContents);
    }

    /**
     * What there is to delete.
     *
     * @param isThere whether the bucket is
     * @param segments the container of its segments
     */
    private record Found(boolean isThere, Optional<Reply> segments) {}

    private UseCase.ResultReader<Receipt> define(Steps steps) {
        Step<Found> found = steps.add("find bucket", context -> requireNoSegments(find(empty())));
        return define(steps, found, ContainerPurge.NONE);
    }

    private UseCase.ResultReader<Receipt> defineWithContents(Steps steps) {
        Step<Found> found = steps.add("find bucket", context -> find(containers.head(name)));
        return define(steps, found, purge);
    }

    private Found find(Optional<Reply> bucket) {
        return new Found(
                bucket.isPresent(),
                bucket.flatMap(there -> containers.head(SwiftNames.segmentsOf(name)))
                        .filter(segments -> !RentalTags.isRental(BucketHeaders.tags(segments)))); // which is another's
    }

    /** The bucket goes last: while it is there, a deletion that failed half way can be repeated, and knows its own. */
    private UseCase.ResultReader<Receipt> define(Steps steps, Step<Found> found, ContainerPurge emptying) {
        Step<Boolean> ready = steps.add(
                "delete segments",
                context -> found.result().isThere() && deleteSegments(context, found.result(), emptying),
                found);
        steps.act(
                "delete bucket",
                context -> {
                    if (ready.result()) {
                        context.remove(new BucketRemoval(containers, emptying, name, timeouts), name);
                    }
                },
                ready);
        return receipt -> receipt;
    }

    /** Returns whether the bucket may follow. */
    private boolean deleteSegments(StepContext context, Found found, ContainerPurge emptying) {
        String segments = SwiftNames.segmentsOf(name);
        if (found.segments().isEmpty()
                || (emptying == ContainerPurge.NONE && hasObjects(found) && !isEmpty(segments))) {
            return true;
        }
        emptying.empty(name); // no object may be seen without its segments
        return context.remove(new BucketRemoval(containers, emptying, segments, timeouts), segments);
    }

    /**
     * Without the bucket, nothing would tell whose they are. A container that only has such a name is none of ours; marks of
     * uploads that have no segments are of no use.
     */
    private Found requireNoSegments(Found found) {
        String place = SwiftNames.segmentsOf(name);
        if (!hasObjects(found)) {
            return found;
        }
        List<String> own =
                containers.page(SwiftContainers.request("GET", place), ENOUGH).findValuesAsText("name").stream()
                        .filter(StoreLargeObject::isOwn)
                        .toList();
        if (!own.stream().allMatch(object -> object.startsWith(UploadMarker.FOLDER))) {
            throw BucketRemoval.notEmpty(
                    "no objects, but segments of uploads that broke off in \"%s\"".formatted(place));
        }
        own.forEach(mark -> containers.delete(place, mark));
        return found;
    }

    private boolean isEmpty(String container) {
        return containers.page(SwiftContainers.request("GET", container), 1).isEmpty();
    }

    private static boolean hasObjects(Found found) {
        return found.segments().filter(there -> objects(there) > 0).isPresent();
    }

    private static long objects(Reply container) {
        return BucketHeaders.number(container, "X-Container-Object-Count");
    }

    private Optional<Reply> empty() {
        Optional<Reply> there = containers.head(name);
        long objects = there.map(DeleteBucket::objects).orElse(0L);
        if (objects > 0) {
            throw BucketRemoval.notEmpty(objects + " objects");
        }
        return there;
    }
}
