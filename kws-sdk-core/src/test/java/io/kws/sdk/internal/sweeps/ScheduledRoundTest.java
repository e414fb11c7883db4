package io.kws.sdk.internal.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.internal.nodes.FakeNode;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.internal.nodes.ManualClock;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepLock;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduledRoundTest {
    private final ManualClock clock = new ManualClock("2026-01-01T12:00:00Z");
    private final FakeNode first = new FakeNode("kws1");
    private final FakeNode second = new FakeNode("kws2");
    private final Threads threads = new Threads();
    private final FleetNodes nodes = new FleetNodes(
            () -> List.of(first, second),
            new NodeFanOut(threads.steps(), Duration.ofSeconds(20)),
            new FleetSettings(Timeouts.DEFAULT, TermCaps.NONE, clock));
    private final AtomicBoolean isStopped = new AtomicBoolean();

    @AfterEach
    void end() {
        threads.close();
    }

    private static SweepSchedule.Builder nightly() {
        return SweepSchedule.builder()
                .zone(ZoneOffset.UTC)
                .sweep(Sweep.builder()
                        .rule(thing -> EndPolicy.delete())
                        .atOncePerNode(1)
                        .retries(0)
                        .build());
    }

    private ScheduledRound program() {
        return program(nightly());
    }

    private ScheduledRound program(SweepSchedule.Builder schedule) {
        return new ScheduledRound(nodes, schedule.build(), isStopped::get);
    }

    private void rentUntilEvening() {
        first.rent("a", "2026-01-01T20:00:00Z");
        second.rent("b", "2026-01-01T20:00:00Z");
    }

    private static long done(ScheduledRound.Result result) {
        return result.report().stream()
                .flatMap(report -> report.items(SweepAction.DELETE, SweepOutcome.DONE).stream())
                .count();
    }

    @Test
    void run_nodesNeverSwept_missedNothing() {
        rentUntilEvening();
        ScheduledRound.Result result = program().run();

        assertThat(result.report()).isEmpty();
        assertThat(result.isUnfinished()).isFalse();
        assertThat(first.note.text()).isEqualTo("last-sweep=2026-01-01T12:00:00Z");
    }

    @Test
    void run_afterTheTime_sweepsOnce() {
        rentUntilEvening();
        ScheduledRound program = program();
        program.run();
        clock.set("2026-01-02T00:00:00Z");

        ScheduledRound.Result result = program.run();

        assertThat(done(result)).isEqualTo(2);
        assertThat(result.isUnfinished()).isFalse();
        assertThat(first.things()).isEmpty();
        assertThat(first.note.text()).isEqualTo("last-sweep=2026-01-02T00:00:00Z");
        assertThat(program.run().report()).isEmpty();
    }

    @Test
    void run_missedForDays_isMadeUpForOnceByAnotherProgram() {
        rentUntilEvening();
        program().run();
        clock.set("2026-01-05T15:00:00Z");
        ScheduledRound restarted = program();

        assertThat(done(restarted.run())).isEqualTo(2);
        assertThat(restarted.run().report()).isEmpty();
        assertThat(program().run().report()).isEmpty();
    }

    @Test
    void run_twoProgramsAtOnce_eachNodeIsSweptByOne() {
        program().run();
        for (int day = 2; day < 30; day++) {
            rentUntilEvening();
            clock.set("2026-01-%02dT00:00:00Z".formatted(day));
            List<ScheduledRound> programs = List.of(program(), program());

            List<ScheduledRound.Result> results = programs.stream()
                    .map(program -> CompletableFuture.supplyAsync(program::run, threads.steps()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(results.stream().mapToLong(ScheduledRoundTest::done).sum())
                    .isEqualTo(2);
            assertThat(programs)
                    .allSatisfy(program ->
                            assertThat(program.run()).isEqualTo(new ScheduledRound.Result(Optional.empty(), false)));
        }
    }

    @Test
    void run_anotherProgramSweeps_isUnfinishedUntilThatDied() {
        rentUntilEvening();
        program().run();
        clock.set("2026-01-02T00:00:00Z");
        NodeLease.Terms terms = new NodeLease.Terms(first.note, clock, Duration.ofMinutes(10));
        assertThat(NodeLease.tryTake(terms)).isPresent();
        ScheduledRound program = program();

        ScheduledRound.Result result = program.run();
        assertThat(result.isUnfinished()).isTrue();
        assertThat(first.things()).containsExactly("a");
        assertThat(second.things()).isEmpty();

        clock.go(Duration.ofMinutes(12));
        assertThat(done(program.run())).isEqualTo(1);
    }

    @Test
    void run_lockLost_stopsBeforeTheNextAction() {
        Stream.of("a", "b", "c").forEach(name -> first.rent(name, "2026-01-01T20:00:00Z"));
        program().run();
        clock.set("2026-01-02T00:00:00Z");
        NodeLease.Terms terms = new NodeLease.Terms(first.note, clock, Duration.ofMinutes(10));
        first.beforeEnd(() -> {
            clock.go(Duration.ofMinutes(12));
            assertThat(NodeLease.tryTake(terms)).isPresent();
        });

        ScheduledRound.Result result = program().run();

        assertThat(first.things()).containsExactlyInAnyOrder("b", "c");
        assertThat(result.report().orElseThrow().items(SweepAction.DELETE, SweepOutcome.OVERTAKEN))
                .hasSize(2);
        assertThat(result.isUnfinished()).isTrue();
        assertThat(first.note.text()).contains("sweeper=", "last-sweep=2026-01-01T12:00:00Z");
    }

    @Test
    void run_stopped_beginsNothingMoreAndGivesTheLockBack() {
        Stream.of("a", "b", "c").forEach(name -> first.rent(name, "2026-01-01T20:00:00Z"));
        program().run();
        clock.set("2026-01-02T00:00:00Z");
        first.beforeEnd(() -> isStopped.set(true));

        program().run();

        assertThat(first.things()).hasSize(2);
        assertThat(first.note.text()).isEqualTo("last-sweep=2026-01-01T12:00:00Z");
    }

    @Test
    void run_nodeDown_isToldOnceAndSweptWhenItIsBack() {
        rentUntilEvening();
        ScheduledRound program = program();
        program.run();
        clock.set("2026-01-02T00:00:00Z");
        first.down(true);

        ScheduledRound.Result result = program.run();
        assertThat(done(result)).isEqualTo(1);
        assertThat(result.report().orElseThrow().unreachable()).containsOnlyKeys("kws1");
        assertThat(program.run()).isEqualTo(new ScheduledRound.Result(Optional.empty(), true));

        first.down(false);
        assertThat(done(program.run())).isEqualTo(1);
    }

    @Test
    void run_ownLock_isAskedAndNodesAreNot() {
        rentUntilEvening();
        SweepLock onlySecond = node -> node.equals("kws2") ? Optional.of(new Forgetful()) : Optional.empty();
        ScheduledRound program = program(nightly().lock(onlySecond));
        program.run();
        clock.set("2026-01-02T00:00:00Z");

        assertThat(program.run().isUnfinished()).isTrue();

        assertThat(first.things()).containsExactly("a");
        assertThat(second.things()).isEmpty();
        assertThat(second.note.text()).isEmpty();
        assertThat(program.run().report()).isEmpty();
    }

    @Test
    void run_lockThrows_isANodeThatDoesNotAnswer() {
        ScheduledRound program = program(nightly().lock(node -> {
            throw new IllegalStateException("no database");
        }));

        ScheduledRound.Result result = program.run();

        assertThat(result.isUnfinished()).isTrue();
        assertThat(result.report().orElseThrow().unreachable().get("kws1")).hasMessageContaining("no database");
    }

    /** A lock that is always had, whose giving back fails. */
    private static final class Forgetful implements SweepLock.Held {
        @Override
        public boolean renew() {
            return true;
        }

        @Override
        public void swept(Instant at) {
            throw new IllegalStateException("no database");
        }

        @Override
        public void close() {
            throw new IllegalStateException("no database");
        }
    }
}
