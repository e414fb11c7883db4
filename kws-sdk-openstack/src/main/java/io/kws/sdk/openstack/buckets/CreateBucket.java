package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.driver.NewRental;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.values.BucketValue;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.plans.NeedsBuilder;
import io.kws.sdk.openstack.plans.PlanBuilder;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.rentals.Rental;

/** Creates a bucket and writes its rental into its headers. */
final class CreateBucket {
    private final BucketNode node;
    private final BucketSpec spec;
    private final Rental rental;

    private CreateBucket(BucketNode node, BucketSpec spec) {
        this.node = node;
        this.spec = spec;
        this.rental = NewRental.of(spec);
    }

    static UseCase<BucketRental> useCase(BucketNode node, BucketSpec spec) {
        return new UseCase<>(
                "create bucket \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new CreateBucket(node, spec).define(steps));
    }

    /** Plans a creation, by its own checks. */
    static UseCase<Plan> plan(BucketNode node, BucketSpec spec) {
        return new PlanBuilder(node.client().node(), node.limits(), useCase(node, spec))
                .check("check the name", () -> requireFreeName(node, spec.name()))
                .taking(new NeedsBuilder());
    }

    private UseCase.ResultReader<BucketRental> define(Steps steps) {
        Request headers = headers();
        Step<?> name = steps.act("check the name", context -> requireFreeName(node, spec.name()));
        Step<?> created = steps.act(
                "create bucket",
                context -> context.make(new BucketResource(node.containers(), spec.name(), rental.id())),
                name);
        steps.act("write rental", context -> node.client().reply(headers), created);
        return receipt -> new BucketRental(bucket(), rental, receipt);
    }

    private static void requireFreeName(BucketNode node, String name) {
        node.containers().head(name).ifPresent(existing -> {
            throw alreadyExists(name, existing);
        });
    }

    private static KwsException alreadyExists(String name, Reply existing) {
        String message = "bucket \"%s\" already exists%s; choose another name or delete the bucket first";
        return BucketHeaders.rental(existing)
                .<KwsException>map(
                        rental -> new AlreadyRentedException(message.formatted(name, " (rental " + rental.id() + ")")))
                .orElseGet(() -> new ConflictException(message.formatted(name, "")));
    }

    /** The key for temporary URLs is set from the beginning, so that no two programs set one each later. */
    private Request headers() {
        Request request = BucketHeaders.write(SwiftContainers.request("POST", spec.name()), RentalTags.of(rental))
                .header(BucketHeaders.KEY, TemporaryUrls.newKey());
        String readers = BucketHeaders.readers(spec.visibility());
        return BucketHeaders.removeReservation(
                        readers.isEmpty() ? request : request.header(BucketHeaders.READ, readers), rental.id())
                .repeatable();
    }

    private Bucket bucket() {
        return BucketValue.builder()
                .node(node.client().node())
                .name(spec.name())
                .visibility(spec.visibility())
                .url(node.client().address(SwiftContainers.request("GET", spec.name())))
                .created(rental.start())
                .rental(rental)
                .build();
    }
}
