package io.kws.sdk.internal.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.nodes.BackgroundTasks;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.internal.nodes.ManualClock;
import io.kws.sdk.internal.nodes.RentingNode;
import io.kws.sdk.internal.registry.RegistryRentals;
import io.kws.sdk.internal.registry.RegistrySweeps;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Adoption;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.RentalState;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.Sweeps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sweeps where nodes, kinds, listeners and calls fail. */
class SweepTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Timeouts FAST = Timeouts.builder()
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofMillis(2))
            .build();

    private final Threads threads = new Threads();
    private final ManualClock clock = new ManualClock(NOW.toString());
    private final RentingNode one = new RentingNode("kws1");
    private final RentingNode two = new RentingNode("kws2");
    private final FleetNodes nodes =
            new FleetNodes(() -> List.of(one, two), threads, new FleetSettings(FAST, TermCaps.NONE, clock));
    private final Rentals rentals = new RegistryRentals(nodes);
    private final Sweeps sweeps = new RegistrySweeps(nodes, new BackgroundTasks());
    private final Sweep delete =
            Sweep.builder().rule(thing -> EndPolicy.delete()).build();

    @AfterEach
    void end() {
        threads.close();
    }

    private static List<String> lines(SweepReport report) {
        return report.items().stream()
                .map(item -> item.action() + " " + item.outcome() + " "
                        + item.target().name())
                .sorted()
                .toList();
    }

    @Test
    void expire_oneKindCannotBeListed_sweepsTheOthersAndSaysSo() {
        one.servers.rent("a", NOW.minus(HOUR));
        one.buckets.rent("b", NOW.minus(HOUR));
        two.servers.rent("c", NOW.minus(HOUR));
        one.servers.failNext("list", 1);

        SweepReport report = sweeps.run(delete);

        assertThat(lines(report)).containsExactly("DELETE DONE b", "DELETE DONE c");
        assertThat(report.unreachable()).containsOnlyKeys("kws1");
        assertThat(report.isComplete()).isFalse();
        assertThat(report.toString()).contains("NOT LOOKED AT", "it is down");
        assertThat(lines(sweeps.run(delete))).containsExactly("DELETE DONE a");
    }

    @Test
    void expire_deletionFails_isTriedAgainAndThenReported() {
        one.servers.rent("a", NOW.minus(HOUR));
        one.servers.failNext("end a", 2);
        assertThat(lines(sweeps.run(delete))).containsExactly("DELETE DONE a");

        one.servers.rent("b", NOW.minus(HOUR));
        two.servers.rent("c", NOW.minus(HOUR));
        one.servers.failNext("end b", 3);
        SweepReport report = sweeps.run(delete);

        assertThat(lines(report)).containsExactly("DELETE DONE c", "DELETE FAILED b");
        assertThat(report.items(SweepAction.DELETE, SweepOutcome.FAILED))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("over since", "it is down"));
        assertThat(lines(sweeps.run(delete))).containsExactly("DELETE DONE b");
    }

    @Test
    void expire_warningIsNotHeard_isWarnedAgain() {
        one.servers.rent("a", NOW.plus(HOUR));
        AtomicInteger heard = new AtomicInteger();
        Sweep deaf = Sweep.builder()
                .retries(0)
                .listener(item -> {
                    heard.incrementAndGet();
                    throw new IllegalStateException("no mail today");
                })
                .build();

        assertThat(lines(sweeps.run(deaf))).containsExactly("WARN FAILED a");
        assertThat(heard).hasValue(2); // of the warning, and that it failed
        assertThat(lines(sweeps.run(Sweep.byDefault()))).containsExactly("WARN DONE a");
        assertThat(sweeps.run(Sweep.byDefault()).items()).isEmpty();
    }

    @Test
    void expire_warningCannotBeNoted_tellsNobody() {
        one.servers.rent("a", NOW.plus(HOUR));
        one.servers.failNext("tag a", 1);
        AtomicInteger told = new AtomicInteger();
        Sweep sweep = Sweep.builder()
                .listener(item -> {
                    if (item.outcome() == SweepOutcome.DONE) {
                        told.incrementAndGet();
                    }
                })
                .build();

        assertThat(lines(sweeps.run(sweep))).containsExactly("WARN DONE a");
        assertThat(told).hasValue(1);
    }

    @Test
    void expire_listenerFailsAtOtherActions_goesOn() {
        one.servers.rent("a", NOW.minus(HOUR));
        Sweep loud = Sweep.builder()
                .rule(thing -> EndPolicy.delete())
                .listener(item -> {
                    throw new IllegalStateException("no mail today");
                })
                .build();

        assertThat(lines(sweeps.run(loud))).containsExactly("DELETE DONE a");
    }

    @Test
    void expire_ruleFails_reportsThatThingOnly() {
        one.servers.rent("a", NOW.minus(HOUR));
        two.servers.rent("b", NOW.minus(HOUR));
        Sweep broken = Sweep.builder()
                .rule(thing -> {
                    if (thing.node().equals("kws1")) {
                        throw new IllegalStateException("no rule for kws1");
                    }
                    return EndPolicy.delete();
                })
                .build();

        SweepReport report = sweeps.run(broken);

        assertThat(lines(report)).containsExactly("DELETE DONE b", "REPORT FAILED a");
        assertThat(report.items(SweepAction.REPORT, SweepOutcome.FAILED))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("no rule for kws1"));
    }

    @Test
    void expire_extendedSinceTheLook_isOvertaken() {
        one.servers.rent("a", NOW.minus(HOUR));
        one.servers.rent("b", NOW.minus(HOUR));
        Sweep slow = Sweep.builder()
                .atOncePerNode(1)
                .rule(thing -> EndPolicy.delete())
                .listener(item -> one.servers.tag("b", RentalTags.ending(NOW.plus(HOUR))))
                .build();

        assertThat(lines(sweeps.run(slow))).containsExactly("DELETE DONE a", "DELETE OVERTAKEN b");
        assertThat(one.servers.calls).doesNotContain("end b");
    }

    @Test
    void expire_extendedWhileItWasStopped_isStoppedAgainAtItsNewEnd() {
        one.servers.rent("a", NOW.minus(HOUR));
        one.servers.tag("a", RentalTags.ending(NOW.plus(HOUR)));
        one.servers.tag("a", RentalTags.stopped(NOW)); // by a sweep that was under way
        clock.go(Duration.ofDays(9));

        assertThat(lines(sweeps.run(Sweep.byDefault()))).containsExactly("STOP DONE a");
    }

    @Test
    void expire_misspeltNode_isNotTakenForNone() {
        Sweep misspelt = Sweep.builder()
                .query(RentalQuery.builder().nodes(List.of("kws11")).build())
                .build();

        assertThatThrownBy(() -> sweeps.run(misspelt))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("node \"kws11\" does not exist; did you mean \"kws1\"?");
    }

    @Test
    void end_unreadableTags_endsTheThingAndNotItsPartsOnly() {
        RentalId id = one.servers.rent("a", NOW.minus(HOUR));
        one.servers.tag("a", Map.of("kws.end", "next week"));

        assertThat(rentals.end(id).entries()).hasSize(1);
        assertThat(one.servers.calls).contains("end a").doesNotContain("end rest");
    }

    @Test
    void adopt_tagsOfAFormerRental_areForgotten() {
        one.servers.tag("a", Map.of("kws.end", NOW.minus(HOUR).toString(), "kws.stopped", NOW.toString()));

        RentedThing adopted = rentals.adopt(Adoption.builder()
                .node("kws1")
                .kind(ResourceKind.SERVER)
                .nameOrId("a")
                .build());

        assertThat(adopted.state(NOW)).isEqualTo(RentalState.RUNNING);
        assertThat(adopted.end()).isEmpty();
    }

    @Test
    void extend_absurdly_isRefused() {
        RentalId id = one.servers.rent("a", NOW);

        assertThatThrownBy(() -> rentals.extend(id, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("one extension may add at most 36525 days");
    }

    @Test
    void expire_restOfUnknownAge_stays() {
        RentalId dead = RentalId.random();
        one.servers.parts.add(new OrphanFinder.Orphan(dead, ResourceKind.KEYPAIR, "k", Instant.MAX));

        assertThat(sweeps.run(Sweep.byDefault()).items()).isEmpty();
        one.servers.parts.set(
                0, new OrphanFinder.Orphan(dead, ResourceKind.KEYPAIR, "k", NOW.minus(HOUR.multipliedBy(2))));
        assertThat(sweeps.run(Sweep.builder().orphansOlderThan(Sweep.NEVER).build())
                        .items())
                .isEmpty();
        assertThat(lines(sweeps.run(Sweep.byDefault()))).containsExactly("DELETE_ORPHAN DONE " + dead);
    }

    @Test
    void expire_keep_neverEndsIt() {
        one.servers.rent("a", NOW.minus(HOUR));

        assertThat(sweeps.run(Sweep.builder().rule(thing -> EndPolicy.keep()).build())
                        .items())
                .isEmpty();
    }

    @Test
    void get_notOnTheNodesThatAnswer_saysWhichDoNot() {
        two.servers.failNext("list", 1);

        assertThatThrownBy(() -> rentals.get(RentalId.random()))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("these do not: kws2");
    }

    @Test
    void end_onANodeThatDoesNotAnswer_isNotTakenForGone() {
        two.buckets.failNext("list", 1);

        assertThatThrownBy(() -> rentals.end(RentalId.random())).isInstanceOf(NodeUnavailableException.class);
    }

    @Test
    void extend_overAlready_countsFromNow() {
        RentalId id = one.servers.rent("a", NOW.minus(HOUR));

        assertThat(rentals.extend(id, HOUR).end()).contains(NOW.plus(HOUR));
    }

    @Test
    void extend_neverEnds_isRefused() {
        RentalId id = one.servers.rent("a", null);

        assertThatThrownBy(() -> rentals.extend(id, HOUR))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Could not extend rental " + id + " on kws1: it never ends");
    }

    @Test
    void list_query_filtersAndSorts() {
        one.servers.rent("late", NOW.plus(HOUR.multipliedBy(2)));
        one.servers.rent("soon", NOW.plus(HOUR));
        one.servers.rent("never", null);
        two.buckets.rent("box", NOW);

        assertThat(rentals.list().items())
                .extracting(RentedThing::name)
                .containsExactly("soon", "late", "never", "box");
        assertThat(rentals.list(RentalQuery.builder()
                                .endingBefore(NOW.plus(HOUR.plusSeconds(1)))
                                .kinds(List.of(ResourceKind.SERVER))
                                .build())
                        .items())
                .extracting(RentedThing::name)
                .containsExactly("soon");
        assertThat(rentals.list(RentalQuery.ownedBy("bob")).items()).isEmpty();
    }

    @Test
    void state_unreadableProtection_isNotTakenForNone() {
        one.servers.rent("a", NOW.minus(HOUR));
        one.servers.tag("a", Map.of("kws.protected", "until Christmas"));

        assertThat(lines(sweeps.run(delete))).containsExactly("REPORT DONE a");
    }

    @Test
    void sweep_badValues_areRefused() {
        assertThatThrownBy(() -> Sweep.builder().atOncePerNode(0).build()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> Sweep.builder().retries(-1).build()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> Sweep.builder().warnBefore(HOUR.negated()).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> EndPolicy.stopThenDelete(HOUR.negated())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new TermCaps(Duration.ZERO, HOUR)).isInstanceOf(InvalidRequestException.class);
    }
}
