package io.kws.sdk.openstack.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.openstack.Testbed;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstack4j.api.OSClient.OSClientV3;

/** What programs leave on the testbed that die on the way, and what the sweep of another then leaves. */
class KilledIT {
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), KilledOnTestbed.TERM.multipliedBy(3));

    private final RentalId rental = RentalId.random();
    private final Kws kws = Testbed.connect(Kws.builder().clock(LATER));

    @AfterEach
    void end() {
        try (kws) {
            kws.node("kws1").servers().release(rental.value());
            kws.node("kws1").buckets().delete(rental.value());
        }
    }

    @ParameterizedTest
    @CsvSource({"server,2", "server,5", "bucket,1", "bucket,2"})
    void expire_afterAProgramWasKilled_leavesNothing(String useCase, int lastCall) throws Exception {
        assertThat(Death.of(KilledOnTestbed.class, useCase, String.valueOf(lastCall), rental.value()))
                .isEqualTo(Death.EXIT_CODE);
        assertThat(traces()).isNotEmpty();

        SweepReport report = kws.sweeps()
                .run(Sweep.builder()
                        .query(RentalQuery.builder()
                                .owner("killed-" + rental)
                                .nodes(Set.of("kws1"))
                                .build())
                        .rule(thing -> EndPolicy.delete())
                        .orphansOlderThan(Duration.ofHours(1))
                        .build());

        assertThat(report.items())
                .filteredOn(item -> item.target().name().contains(rental.value()))
                .isNotEmpty()
                .extracting(SweepItem::outcome)
                .containsOnly(SweepOutcome.DONE);
        assertThat(traces()).isEmpty();
        assertThat(kws.node("kws1").servers().release(rental.value()).entries()).isEmpty();
    }

    /** Returns what bears the rental's ID in its name, seen by another client; floating IPs have none. */
    private List<String> traces() {
        return kws.node("kws1").unwrap(OSClientV3.class, this::traces);
    }

    private List<String> traces(OSClientV3 openstack) {
        return Stream.of(
                        openstack.compute().servers().list().stream().map(server -> "server " + server.getName()),
                        openstack.compute().keypairs().list().stream().map(keypair -> "keypair " + keypair.getName()),
                        openstack.networking().port().list().stream().map(port -> "port " + port.getName()),
                        openstack.networking().securitygroup().list().stream()
                                .map(group -> "security group " + group.getName()),
                        openstack.objectStorage().containers().list().stream()
                                .map(bucket -> "bucket " + bucket.getName()))
                .flatMap(names -> names)
                .filter(name -> name.contains(rental.value()))
                .toList();
    }
}
