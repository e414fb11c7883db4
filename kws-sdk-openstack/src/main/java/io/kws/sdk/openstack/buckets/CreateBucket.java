package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.values.BucketValue;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.plans.NeedsBuilder;
import io.kws.sdk.openstack.plans.PlanBuilder;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes a bucket and writes on it who rents it. */
final class CreateBucket {
    private final SwiftContainers containers;
    private final BucketSpec spec;
    private final Rental rental;

    private CreateBucket(SwiftContainers containers, BucketSpec spec) {
        this.containers = containers;
        this.spec = spec;
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.rental = Rental.of(spec, start);
    }

    static UseCase<BucketRental> useCase(SwiftContainers containers, BucketSpec spec) {
        return new UseCase<>(
                "create bucket \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new CreateBucket(containers, spec).define(steps));
    }

    /** Says what a creation would do, by its own code. */
    static UseCase<Plan> plan(SwiftContainers containers, Limits limits, BucketSpec spec) {
        CreateBucket create = new CreateBucket(containers, spec);
        return new PlanBuilder(containers.client().node(), limits, useCase(containers, spec))
                .check("check the name", () -> {
                    create.requireFreeName();
                    return "";
                })
                .taking(new NeedsBuilder());
    }

    private UseCase.ResultReader<BucketRental> define(Steps steps) {
        Request labels = labels();
        Step<?> free = steps.act("check the name", context -> requireFreeName());
        Step<?> made = steps.act(
                "create bucket",
                context -> context.make(new BucketResource(containers, spec.name(), rental.id())),
                free);
        steps.act("write the rental on it", context -> containers.client().reply(labels), made);
        return receipt -> new BucketRental(bucket(), rental, receipt);
    }

    private void requireFreeName() {
        containers.head(spec.name()).ifPresent(there -> {
            String how = "a bucket of that name is there already%s; take another name, or delete it first";
            throw BucketHeaders.rental(there)
                    .map(Rental::id)
                    .<KwsException>map(id -> new AlreadyRentedException(how.formatted(" (rental " + id + ")")))
                    .orElseGet(() -> new ConflictException(how.formatted("")));
        });
    }

    /** The key for temporary URLs is there from the beginning, so that no two who need one make one each. */
    private Request labels() {
        Request request = BucketHeaders.write(SwiftContainers.request("POST", spec.name()), RentalTags.of(rental))
                .header(BucketHeaders.KEY, TemporaryUrls.newKey());
        String rights = BucketHeaders.rights(spec.visibility());
        return BucketHeaders.withdraw(
                        rights.isEmpty() ? request : request.header(BucketHeaders.READ, rights), rental.id())
                .repeatable();
    }

    private Bucket bucket() {
        return BucketValue.builder()
                .node(containers.client().node())
                .name(spec.name())
                .visibility(spec.visibility())
                .url(containers.client().address(SwiftContainers.request("GET", spec.name())))
                .created(rental.start())
                .rental(rental)
                .build();
    }
}
