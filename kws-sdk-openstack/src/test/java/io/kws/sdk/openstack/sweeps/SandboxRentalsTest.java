package io.kws.sdk.openstack.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rentals on the sandbox. */
class SandboxRentalsTest extends RentalsContract {
    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");

    @Override
    Kws connect(Kws.Builder builder) {
        return SandboxNodes.connect(sandbox, builder.timeouts(SandboxNodes.FAST));
    }

    @Override
    void end() {
        sandbox.close();
    }

    @Test
    void expire_container_isExtendedByItsPortAndSwept() {
        Kws kws = kws();
        RentalId id = kws.node("kws1")
                .containers()
                .run(ContainerSpec.builder()
                        .name("job-1")
                        .image("nginx:1.27")
                        .owner(owner())
                        .term(Duration.ofDays(1))
                        .build())
                .rental()
                .id();
        Sweep delete = sweep().rule(thing -> EndPolicy.delete()).build();

        Instant end = kws.rentals().extend(id, Duration.ofDays(7)).end().orElseThrow();
        assertThat(kws.rentals().get(id).end()).contains(end);
        kws.rentals().protect(id, clock.instant().plus(Duration.ofDays(20)));
        clock.ahead(Duration.ofDays(10));
        assertThat(kws.sweeps().run(delete).items()).isEmpty();
        clock.ahead(Duration.ofDays(21));
        assertThat(kws.sweeps().run(delete).items(SweepAction.DELETE, SweepOutcome.DONE))
                .hasSize(1);
        assertThat(sandbox.node("kws1").leftovers()).isEmpty();
    }

    @Test
    void fleet_nodeGoesDown_itsPartIsWhatItSaidLast() {
        Kws kws = kws();
        assertThat(kws.fleet().buckets().isComplete()).isTrue();
        kws.node("kws2").buckets().create(BucketSpec.named("box"));
        assertThat(kws.fleet().buckets().items()).hasSize(1);
        sandbox.node("kws2").inject(Fault.on("GET", ".*").answer(400).always());

        FleetResult<Bucket> partly = kws.fleet().buckets();

        assertThat(partly.failures()).containsOnlyKeys("kws2");
        assertThat(partly.items()).extracting(Bucket::name).containsExactly("box");
        assertThat(partly.nodes().values()).allMatch(answer -> answer.asOf().isPresent());
        sandbox.node("kws2").clearFaults();
        kws.node("kws2").buckets().delete("box");
    }
}
