package io.kws.sdk.quickstart;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepMode;
import io.kws.sdk.transfers.Content;
import java.time.Duration;
import java.time.Instant;

/** Rents a bucket for two seconds, and has a sweep take it away when that is over. Touches nothing of anybody else's. */
final class Ending {
    private final Kws kws;
    private final Node node;
    private final Output out;
    private final String owner = "bob-" + RentalId.random();

    Ending(Kws kws, Node node, Output out) {
        this.kws = kws;
        this.node = node;
        this.out = out;
    }

    void tell() {
        try {
            BucketRental rented = node.buckets()
                    .create(BucketSpec.builder()
                            .name("notes-" + owner)
                            .owner(owner)
                            .term(Duration.ofSeconds(2))
                            .build());
            try {
                tell(rented);
            } finally {
                kws.rentals().end(rented.rental().id()); // fine if it is gone
            }
        } catch (CapabilityMissingException e) {
            tell("There is no bucket to be swept here:", e.getMessage());
        }
    }

    private void tell(BucketRental rented) {
        node.buckets().objects(rented.bucket().name()).put("1.txt", Content.of("hello"));
        tell(
                "A bucket, rented for two seconds; what %s rents now:".formatted(owner),
                kws.fleet().overview(owner));
        Duration left = Duration.between(Instant.now(), rented.rental().end().orElseThrow());
        Waiting.pause(left.isNegative() ? Duration.ZERO : left);
        tell(
                "It is over. What a sweep would do:",
                kws.sweeps().run(sweep().mode(SweepMode.DRY_RUN).build()));
        tell("The sweep:", kws.sweeps().run(sweep().build()));
        tell("What %s rents then:".formatted(owner), kws.fleet().overview(owner));
    }

    private void tell(String head, Object text) {
        out.say(head);
        String.valueOf(text).lines().forEach(out::line);
    }

    private Sweep.Builder sweep() {
        return Sweep.builder()
                .query(RentalQuery.ownedBy(owner))
                .orphansOlderThan(Sweep.NEVER)
                .rule(thing -> EndPolicy.delete());
    }
}
