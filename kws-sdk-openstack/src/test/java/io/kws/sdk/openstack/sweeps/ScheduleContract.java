package io.kws.sdk.openstack.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import io.kws.sdk.sweeps.SweepScheduler;
import io.kws.sdk.trace.Call;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.network.SecurityGroup;

/** What a schedule must do over any node that nobody else sweeps meanwhile. Time is the clock's, so nobody waits for it. */
abstract class ScheduleContract {
    private static final String NOTE = "kws-sweeper";
    private static final int MINUTES = 3;

    private final TestClock clock = new TestClock();
    private final RentalId rental = RentalId.random();
    private final String owner = "scheduled-" + rental;

    /** The lease is taken, the time noted, and the lease given back. */
    private final CountDownLatch begun = new CountDownLatch(3);

    private Kws kws;

    /** Connects to the node kws1. */
    abstract Kws connect(Kws.Builder builder);

    /** Ends a test, after all has been ended. */
    void end() {}

    @BeforeEach
    void connect() {
        kws = connect(Kws.builder().clock(clock).onCall(this::count));
        forgetSweeps();
    }

    private void count(Call call) {
        if (call.method().equals("PUT") && call.path().contains("/security-groups/")) {
            begun.countDown();
        }
    }

    @AfterEach
    void endAll() {
        try {
            kws.rentals().end(rental);
            forgetSweeps();
        } finally {
            kws.close();
            end();
        }
    }

    /** Sweeps of other tests may lie in the future. */
    private void forgetSweeps() {
        notes().forEach(note -> kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack.networking().securitygroup().delete(note.getId())));
    }

    private List<SecurityGroup> notes() {
        return kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack.networking().securitygroup().list().stream()
                                .filter(group -> group.getName().equals(NOTE))
                                .<SecurityGroup>map(group -> group)
                                .toList());
    }

    @Test
    void schedule_rentalIsOver_isEndedByTheNextRunAndTheLeaseIsGivenBack() throws Exception {
        kws.node("kws1")
                .buckets()
                .create(BucketSpec.builder()
                        .name("box-" + rental)
                        .rentalId(rental)
                        .owner(owner)
                        .term(Duration.ofDays(1))
                        .build());
        CompletableFuture<SweepReport> swept = new CompletableFuture<>();
        SweepSchedule nightly = SweepSchedule.builder()
                .zone(ZoneOffset.UTC)
                .sweep(Sweep.builder()
                        .query(RentalQuery.builder()
                                .owner(owner)
                                .nodes(Set.of("kws1"))
                                .build())
                        .rule(thing -> EndPolicy.delete())
                        .orphansOlderThan(Sweep.NEVER)
                        .build())
                .listener(swept::complete)
                .build();

        try (SweepScheduler first = kws.sweeps().schedule(nightly)) {
            assertThat(begun.await(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(first.nextRun()).isAfter(clock.instant());
        }
        assertThat(swept).isNotDone();
        assertThat(kws.rentals().find(rental)).isPresent();

        clock.ahead(Duration.ofDays(3));
        try (SweepScheduler second = kws.sweeps().schedule(nightly)) {
            SweepReport report = swept.get(MINUTES, TimeUnit.MINUTES);

            assertThat(report.isComplete()).isTrue();
            assertThat(report.items(SweepAction.DELETE, SweepOutcome.DONE))
                    .extracting(SweepItem::target)
                    .extracting(target -> target.name())
                    .containsExactly("box-" + rental);
            assertThat(second.schedule()).isEqualTo(nightly);
        }
        assertThat(kws.rentals().find(rental)).isEmpty();
        assertThat(notes())
                .singleElement()
                .extracting(SecurityGroup::getDescription)
                .asString()
                .startsWith("last-sweep=");
    }
}
