package io.kws.sdk.openstack.buckets;

import io.kws.sdk.openstack.transport.Reply;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.Steps;
import io.kws.sdk.operations.UseCase;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.Optional;

/** Deletes a bucket, and the container of its segments. */
final class BucketDelete {
    private static final Duration ALLOWED = Duration.ofHours(1);

    private final Containers containers;
    private final Purge purge;
    private final String name;

    private BucketDelete(Containers containers, Purge purge, String name) {
        this.containers = containers;
        this.purge = purge;
        this.name = name;
    }

    static UseCase<Receipt> useCase(Containers containers, Purge purge, String name) {
        return new UseCase<>(
                "delete bucket \"" + name + "\"",
                ALLOWED,
                steps -> new BucketDelete(containers, purge, name).define(steps));
    }

    static UseCase<Receipt> withContents(Containers containers, Purge purge, String name) {
        return new UseCase<>(
                "delete bucket \"" + name + "\" with its contents",
                ALLOWED,
                steps -> new BucketDelete(containers, purge, name).defineWithContents(steps));
    }

    private UseCase.ResultReader<Receipt> define(Steps steps) {
        Step<Optional<Reply>> bucket = steps.add("find bucket", context -> empty());
        return define(steps, bucket, new BucketRemoval(containers, Purge.NONE, name));
    }

    private UseCase.ResultReader<Receipt> defineWithContents(Steps steps) {
        Step<Optional<Reply>> bucket = steps.add("find bucket", context -> containers.head(name));
        return define(steps, bucket, new BucketRemoval(containers, purge, name));
    }

    private UseCase.ResultReader<Receipt> define(Steps steps, Step<Optional<Reply>> bucket, BucketRemoval removal) {
        Step<Boolean> gone = steps.add(
                "delete bucket", context -> bucket.result().isEmpty() || context.remove(removal, name), bucket);
        String segments = Names.segmentsOf(name);
        steps.act(
                "delete segments",
                context -> {
                    if (gone.result() && containers.head(segments).isPresent()) {
                        context.remove(new BucketRemoval(containers, purge, segments), segments);
                    }
                },
                gone);
        return receipt -> receipt;
    }

    private Optional<Reply> empty() {
        Optional<Reply> there = containers.head(name);
        long objects = there.map(reply -> BucketHeaders.number(reply, "X-Container-Object-Count"))
                .orElse(0L);
        if (objects > 0) {
            throw BucketRemoval.notEmpty(objects + " objects");
        }
        return there;
    }
}
