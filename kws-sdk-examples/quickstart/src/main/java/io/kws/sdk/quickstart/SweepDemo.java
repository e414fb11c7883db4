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

/** Rents a bucket for two seconds and lets a sweep delete it afterwards. Touches only its own rental. */
final class SweepDemo {
    private final Kws kws;
    private final Node node;
    private final Output out;
    private final String owner = "bob-" + RentalId.random();

    SweepDemo(Kws kws, Node node, Output out) {
        this.kws = kws;
        this.node = node;
        this.out = out;
    }

    void run() {
        try {
            BucketRental rented = node.buckets()
                    .create(BucketSpec.builder()
                            .name("notes-" + owner)
                            .owner(owner)
                            .term(Duration.ofSeconds(2))
                            .build());
            try {
                sweep(rented);
            } finally {
                kws.rentals().end(rented.rental().id()); // does nothing if the sweep has deleted it
            }
        } catch (CapabilityMissingException e) {
            print("Skipping the sweep:", e.getMessage());
        }
    }

    private void sweep(BucketRental rented) {
        node.buckets().objects(rented.bucket().name()).put("1.txt", Content.of("hello"));
        print(
                "Rented a bucket for two seconds. Rentals of %s:".formatted(owner),
                kws.fleet().overview(owner));
        Duration remaining = Duration.between(Instant.now(), rented.rental().end().orElseThrow());
        Waiting.pause(remaining.isNegative() ? Duration.ZERO : remaining);
        print(
                "The rental has expired. Dry run of a sweep:",
                kws.sweeps().run(sweep().mode(SweepMode.DRY_RUN).build()));
        print("Sweep:", kws.sweeps().run(sweep().build()));
        print("Rentals of %s after the sweep:".formatted(owner), kws.fleet().overview(owner));
    }

    private void print(String head, Object text) {
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
