package io.kws.sdk.openstack.buckets;

import io.kws.sdk.openstack.transport.Reply;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.StepContext;
import io.kws.sdk.operations.Steps;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.operations.UseCase;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.Optional;

/** Deletes a bucket, and the container of its segments. */
final class BucketDelete {
    private static final Duration ALLOWED = Duration.ofHours(1);

    private final Containers containers;
    private final Purge purge;
    private final Timeouts timeouts;
    private final String name;

    BucketDelete(Containers containers, Purge purge, Timeouts timeouts, String name) {
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
        Step<Found> found = steps.add("find bucket", context -> find(empty()));
        return define(steps, found, Purge.NONE);
    }

    private UseCase.ResultReader<Receipt> defineWithContents(Steps steps) {
        Step<Found> found = steps.add("find bucket", context -> find(containers.head(name)));
        return define(steps, found, purge);
    }

    private Found find(Optional<Reply> bucket) {
        return new Found(bucket.isPresent(), bucket.flatMap(there -> containers.head(Names.segmentsOf(name))));
    }

    /** The bucket goes last: while it is there, a deletion that failed half way can be repeated, and knows its own. */
    private UseCase.ResultReader<Receipt> define(Steps steps, Step<Found> found, Purge emptying) {
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
    private boolean deleteSegments(StepContext context, Found found, Purge emptying) {
        Optional<Reply> there = found.segments();
        if (there.isEmpty() || (emptying == Purge.NONE && objects(there.get()) > 0)) {
            return true;
        }
        String segments = Names.segmentsOf(name);
        emptying.empty(name); // no object may be seen without its segments
        return context.remove(new BucketRemoval(containers, emptying, segments, timeouts), segments);
    }

    private static long objects(Reply container) {
        return BucketHeaders.number(container, "X-Container-Object-Count");
    }

    private Optional<Reply> empty() {
        Optional<Reply> there = containers.head(name);
        long objects = there.map(BucketDelete::objects).orElse(0L);
        if (objects > 0) {
            throw BucketRemoval.notEmpty(objects + " objects");
        }
        return there;
    }
}
