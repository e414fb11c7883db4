package io.kws.sdk.internal.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.nodes.BackgroundTasks;
import io.kws.sdk.internal.nodes.FakeNode;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.internal.nodes.ManualClock;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.internal.registry.RegistrySweeps;
import io.kws.sdk.internal.registry.RegistryWatches;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.ScheduleListener;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import io.kws.sdk.sweeps.SweepScheduler;
import io.kws.sdk.sweeps.Sweeps;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RecurringSweepTest {
    private final ManualClock clock = new ManualClock("2026-01-05T12:00:00Z");
    private final FakeNode node = new FakeNode("kws1");
    private final Threads threads = new Threads();
    private final FleetNodes nodes = new FleetNodes(
            () -> List.of(node),
            new NodeFanOut(threads.steps(), Duration.ofSeconds(20)),
            new FleetSettings(Timeouts.DEFAULT, TermCaps.NONE, clock));
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final Sweeps sweeps = new RegistrySweeps(nodes, tasks);
    private final BlockingQueue<SweepReport> reports = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        tasks.close();
        threads.close();
    }

    private SweepSchedule.Builder nightly() {
        return SweepSchedule.builder().zone(ZoneOffset.UTC).listener(reports::add);
    }

    private void sweptLast(String at) {
        var unused = node.note.replace(node.note.read(), "last-sweep=" + at);
    }

    @Test
    void schedule_runMissed_isMadeUpForAtOnce() throws InterruptedException {
        sweptLast("2026-01-01T00:00:00Z");

        SweepScheduler scheduler = sweeps.schedule(nightly().build());

        assertThat(reports.take().at()).isEqualTo(clock.instant());
        assertThat(scheduler.nextRun()).isEqualTo(Instant.parse("2026-01-06T00:00:00Z"));
    }

    @Test
    void close_whileASweepGoesOn_waitsForWhatItIsAtAndBeginsNoMore() throws InterruptedException {
        sweptLast("2026-01-01T00:00:00Z");
        node.rent("a", "2026-01-02T00:00:00Z");
        node.rent("b", "2026-01-02T00:00:00Z");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        node.beforeEnd(() -> {
            begun.countDown();
            awaitQuietly(go);
        });
        Sweep sweep = Sweep.builder()
                .rule(thing -> EndPolicy.delete())
                .atOncePerNode(1)
                .build();
        SweepScheduler scheduler = sweeps.schedule(nightly().sweep(sweep).build());
        begun.await();

        Thread closing = new Thread(scheduler::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        go.countDown();
        closing.join();

        assertThat(node.things()).hasSize(1);
        assertThat(node.note.text()).isEqualTo("last-sweep=2026-01-01T00:00:00Z");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void close_byTheListener_endsTheSchedule() throws InterruptedException {
        sweptLast("2026-01-01T00:00:00Z");
        BlockingQueue<SweepScheduler> self = new LinkedBlockingQueue<>();
        CountDownLatch closed = new CountDownLatch(1);

        self.add(sweeps.schedule(nightly()
                .listener(report -> {
                    self.remove().close();
                    closed.countDown();
                })
                .build()));

        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tryRound_failure_isToldAndTriedAgainSoon() {
        BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
        ScheduleListener hearsAndFails = new ScheduleListener() {
            @Override
            public void swept(SweepReport report) {
                throw new IllegalStateException("tired");
            }

            @Override
            public void failed(RuntimeException failure) {
                failures.add(failure);
                throw new IllegalStateException("tired");
            }
        };
        RecurringSweep scheduler = new RecurringSweep(
                new FleetNodes(
                        () -> {
                            throw new IllegalStateException("no registry");
                        },
                        nodes.fanOut(),
                        nodes.settings()),
                nightly().listener(hearsAndFails).build());

        assertThat(scheduler.tryRound()).isEqualTo("2026-01-05T12:05:00Z");
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("no registry"));
    }

    @Test
    void tryRound_listenerFails_goesOnAtTheNextTime() {
        sweptLast("2026-01-01T00:00:00Z");
        RecurringSweep scheduler = new RecurringSweep(
                nodes,
                nightly()
                        .listener(report -> {
                            throw new IllegalStateException("tired");
                        })
                        .build());

        assertThat(scheduler.tryRound()).isEqualTo("2026-01-06T00:00:00Z");
    }

    @Test
    void tryRound_anotherProgramSweeps_looksAgainInFiveMinutesButNoLaterThanTheNextTime() {
        SweepSchedule.Builder never = nightly().lock(name -> Optional.empty());

        assertThat(new RecurringSweep(nodes, never.build()).tryRound()).isEqualTo("2026-01-05T12:05:00Z");
        assertThat(new RecurringSweep(nodes, never.cron("2 * * * *").build()).tryRound())
                .isEqualTo("2026-01-05T12:02:00Z");
    }

    @Test
    void toString_openAndClosed_saysWhenItSweepsNext() {
        RecurringSweep scheduler = new RecurringSweep(nodes, nightly().build());

        assertThat(scheduler).hasToString("sweeps at \"0 0 * * *\" (Z), next at 2026-01-06T00:00:00Z");
        scheduler.close();
        assertThat(scheduler).hasToString("sweeps at \"0 0 * * *\" (Z), closed");
    }

    @Test
    void watch_closed_isRefused() {
        tasks.close();

        assertThatThrownBy(() -> new RegistryWatches(nodes, tasks).open(RentalQuery.ALL, event -> {}))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void schedule_closed_isRefused() {
        tasks.close();

        assertThatThrownBy(() -> sweeps.schedule(SweepSchedule.daily())).isInstanceOf(ConflictException.class);
    }

    @Test
    void build_outOfLimits_isRefused() {
        assertThatThrownBy(() -> SweepSchedule.builder().cron("never").build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> SweepSchedule.builder()
                        .leaseTerm(Duration.ofSeconds(59))
                        .build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        SweepSchedule.builder().leaseTerm(Duration.ofDays(2)).build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void next_zone_isMidnightThere() {
        SweepSchedule seoul =
                SweepSchedule.builder().zone(ZoneId.of("Asia/Seoul")).build();

        assertThat(seoul.next(Instant.parse("2026-01-05T12:00:00Z"))).isEqualTo("2026-01-05T15:00:00Z");
    }
}
