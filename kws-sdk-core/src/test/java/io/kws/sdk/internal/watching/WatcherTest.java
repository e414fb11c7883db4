package io.kws.sdk.internal.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend.Course;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.nodes.BackgroundTasks;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.internal.nodes.ManualClock;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.internal.nodes.RentingNode;
import io.kws.sdk.internal.registry.RegistryWatches;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.RentalWatches;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WatcherTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final ManualClock clock = new ManualClock("2026-01-05T12:00:00Z");
    private final RentingNode one = new RentingNode("kws1");
    private final RentingNode two = new RentingNode("kws2");
    private final List<NodeView> all = new ArrayList<>(List.of(one, two));
    private final Threads threads = new Threads();
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final FleetSettings settings = new FleetSettings(Timeouts.DEFAULT, TermCaps.NONE, clock);
    /** Looks within the round, so that no test waits. */
    private final FleetNodes nodes =
            new FleetNodes(() -> List.copyOf(all), new NodeFanOut(Runnable::run, Duration.ofSeconds(20)), settings);

    private final List<String> heard = new ArrayList<>();
    private final Watcher watcher = new Watcher(nodes, spec().build());

    @AfterEach
    void end() {
        watcher.end();
        threads.close();
    }

    private WatchSpec.Builder spec() {
        return WatchSpec.builder()
                .query(RentalQuery.builder().kinds(List.of(ResourceKind.SERVER)).build())
                .listener(event -> heard.add(event.toString()));
    }

    private void passTime(Duration time) {
        passTime(watcher, time);
    }

    /** Runs all rounds that are due in a time, at their times. */
    private void passTime(Watcher watching, Duration time) {
        Instant until = clock.instant().plus(time);
        Instant next = watching.run();
        while (!next.isAfter(until)) {
            clock.go(Duration.between(clock.instant(), next));
            next = watching.run();
        }
        clock.go(Duration.between(clock.instant(), until));
    }

    private List<String> news() {
        List<String> news = List.copyOf(heard);
        heard.clear();
        return news.stream().map(line -> line.replaceAll(", rental \\w+", "")).toList();
    }

    private static List<String> calls(RentingNode.Kind kind) {
        List<String> calls = List.copyOf(kind.calls);
        kind.calls.clear();
        return calls;
    }

    @Test
    void run_aServersLife_isToldInOrder() {
        Instant end = clock.instant().plus(MONTH);
        one.servers.rent("web", end);
        one.servers.show("web", "BUILD", Course.UNDER_WAY);
        watcher.run();
        assertThat(news()).containsExactly("server \"web\" on kws1 by alice until " + end + " appeared: BUILD");

        one.servers.show("web", "ACTIVE", Course.RESTING, "10.0.0.5");
        passTime(Duration.ofMinutes(1));
        assertThat(news())
                .containsExactly(
                        "server \"web\" on kws1 by alice until " + end + ": BUILD -> ACTIVE",
                        "server \"web\" on kws1 by alice until " + end + ": addresses [] -> [10.0.0.5]");

        passTime(Duration.ofMinutes(1));
        assertThat(news()).isEmpty();

        one.servers.end("web");
        clock.go(Duration.ofMinutes(1));
        watcher.run();
        assertThat(news()).containsExactly("server \"web\" on kws1 by alice until " + end + " is gone");
    }

    @Test
    void run_anotherThingOfTheSameName_isGoneAndAppeared() {
        one.servers.rent("web", null);
        watcher.run();
        news();
        one.servers.end("web");
        one.servers.rent("web", null);

        passTime(Duration.ofMinutes(1));

        assertThat(news())
                .containsExactly(
                        "server \"web\" on kws1 by alice is gone", "server \"web\" on kws1 by alice appeared: ACTIVE");
    }

    @Test
    void run_endComesNear_isToldOnceForEachEndAndOnTime() {
        Instant end = clock.instant().plus(MONTH);
        one.servers.rent("web", end);
        watcher.run();
        news();

        clock.go(MONTH.minusDays(1).minusHours(1));
        passTime(Duration.ofHours(1).minusSeconds(1));
        assertThat(news()).isEmpty();
        passTime(Duration.ofSeconds(1));
        watcher.run();
        passTime(Duration.ofMinutes(2));
        assertThat(news())
                .containsExactly("server \"web\" on kws1 by alice until " + end + ": the end is near, " + end);

        one.servers.tag("web", RentalTags.ending(end.plus(Duration.ofHours(1))));
        passTime(Duration.ofMinutes(1));
        passTime(Duration.ofMinutes(1));
        assertThat(news()).isEmpty();
        clock.go(Duration.ofHours(1));
        watcher.run();
        assertThat(news()).hasSize(1);
    }

    @Test
    void run_nodeGoesDownAndComesBack_isToldOnceAndWithWhatHappenedMeanwhile() {
        one.servers.rent("web", null);
        watcher.run();
        news();
        one.servers.failNext("list", 3);

        clock.go(Duration.ofMinutes(2));
        passTime(Duration.ofSeconds(5));
        assertThat(news()).containsExactly("kws1 does not answer: it is down");

        one.servers.show("web", "SHUTOFF", Course.RESTING);
        passTime(Duration.ofMinutes(1));
        assertThat(news()).containsExactly("kws1 is back", "server \"web\" on kws1 by alice: ACTIVE -> SHUTOFF");
    }

    @Test
    void run_nodeIsAddedOrRemoved_isNoticed() {
        all.remove(two);
        watcher.run();
        two.servers.rent("web", null);
        all.add(two);
        passTime(Duration.ofMinutes(1));
        assertThat(news()).containsExactly("server \"web\" on kws2 by alice appeared: ACTIVE");

        all.remove(two);
        passTime(Duration.ofMinutes(1));
        assertThat(news()).containsExactly("kws2 does not answer: it is not in the registry any more");
    }

    /** The rentals stay, so nothing is told of them. */
    @Test
    void run_nodeIsReplaced_theNewOneIsAskedAndTheOldOneLeftAlone() {
        one.servers.rent("web", null);
        watcher.run();
        news();
        RentingNode other = new RentingNode("kws1");
        other.servers.rentAs(one.servers, "web");
        other.servers.show("web", "SHUTOFF", Course.RESTING);
        all.set(0, other);
        calls(one.servers);

        passTime(Duration.ofMinutes(5));

        assertThat(news()).containsExactly("server \"web\" on kws1 by alice: ACTIVE -> SHUTOFF");
        assertThat(calls(one.servers)).isEmpty();
        assertThat(one.servers.hasAlarm()).isFalse();
        assertThat(other.servers.hasAlarm()).isTrue();
    }

    @Test
    void run_nodeIsReplacedWhileItIsDown_isBackOnce() {
        one.servers.failNext("list", 1);
        watcher.run();
        assertThat(news()).containsExactly("kws1 does not answer: it is down");

        all.set(0, new RentingNode("kws1"));
        passTime(Duration.ofMinutes(5));

        assertThat(news()).containsExactly("kws1 is back");
    }

    /** Such times can only be written by others. */
    @Test
    void run_endsBeyondAllTimes_goesOnLooking() {
        one.servers.rent("web", null);
        one.servers.tag("web", RentalTags.ending(Instant.MIN));
        one.servers.rent("web2", null);
        one.servers.tag("web2", RentalTags.ending(Instant.MAX));
        watcher.run();
        calls(one.servers);

        passTime(Duration.ofMinutes(5));

        assertThat(calls(one.servers)).hasSizeGreaterThan(4);
    }

    @Test
    void run_hourOfQuiet_asksEachNodeOnceAMinute() {
        one.servers.rent("web", null);
        passTime(Duration.ofMinutes(5));
        calls(one.servers);
        calls(two.servers);

        passTime(Duration.ofHours(1));

        assertThat(calls(one.servers)).hasSize(60).containsOnly("list");
        assertThat(calls(two.servers)).hasSize(60);
        assertThat(one.buckets.calls).isEmpty();
    }

    @Test
    void run_somethingIsUnderWay_asksThatNodeOftenAndThenMoreAndMoreSeldom() {
        one.servers.rent("web", null);
        one.servers.show("web", "BUILD", Course.UNDER_WAY);
        watcher.run();
        calls(one.servers);
        calls(two.servers);

        passTime(Duration.ofMinutes(1));
        assertThat(calls(one.servers)).hasSize(30);
        assertThat(calls(two.servers)).hasSizeLessThan(6);

        one.servers.show("web", "ACTIVE", Course.RESTING);
        passTime(Duration.ofMinutes(3));
        assertThat(calls(one.servers)).hasSizeBetween(5, 9); // after 2, 4, 8, 16, 32 and 60 s
    }

    @Test
    void run_alarmOfAService_letsItLookAtOnceButNotMoreOftenThanTheShortestPause() {
        watcher.run();
        clock.go(Duration.ofMinutes(5));
        watcher.run();
        calls(one.servers);

        one.servers.ring();
        Instant next = watcher.run();
        assertThat(calls(one.servers)).isEmpty();
        assertThat(next).isEqualTo(clock.instant().plus(Duration.ofSeconds(2)));
        clock.go(Duration.ofSeconds(2));
        watcher.run();
        assertThat(calls(one.servers)).containsExactly("list");

        watcher.end();
        assertThat(one.servers.hasAlarm()).isFalse();
    }

    @Test
    void run_listenerFails_hearsTheNextChange() {
        Watcher failing = new Watcher(
                nodes,
                spec().listener(event -> {
                            heard.add(event.toString());
                            throw new IllegalStateException("tired");
                        })
                        .build());
        one.servers.rent("a", null);
        one.servers.rent("b", null);

        failing.run();
        assertThat(news()).hasSize(2);
        one.servers.end("a");
        passTime(failing, Duration.ofMinutes(1));
        assertThat(news()).hasSize(1);
        failing.end();
    }

    @Test
    void run_ofOneOwnerAndNode_hearsOfNoOther() {
        Watcher mine = new Watcher(
                nodes,
                spec().query(RentalQuery.builder()
                                .owner("bob")
                                .nodes(Set.of("kws1"))
                                .build())
                        .build());
        one.servers.rent("web", null);

        mine.run();

        assertThat(news()).isEmpty();
        assertThat(one.servers.calls).containsExactly("list");
        assertThat(two.servers.calls).isEmpty();
        mine.end();
    }

    private RentalWatches watches() {
        return new RegistryWatches(
                new FleetNodes(nodes.all(), new NodeFanOut(threads.steps(), Duration.ofSeconds(20)), settings), tasks);
    }

    @Test
    void watch_closed_leavesNoThread() throws InterruptedException {
        one.servers.rent("web", null);
        BlockingQueue<RentalEvent> events = new LinkedBlockingQueue<>();
        RentalWatch watch = watches().open(spec().listener(events::add).build());
        assertThat(events.poll(60, TimeUnit.SECONDS)).isInstanceOf(RentalEvent.Appeared.class);

        assertThat(watch)
                .asString()
                .startsWith("watch of rentals, asking every ")
                .doesNotEndWith("closed");
        watch.close();
        watch.close();
        assertThat(watch).asString().endsWith(", closed");

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("kws-watcher"));
    }

    @Test
    void run_closed_asksAndTellsNothingMore() {
        one.servers.rent("web", null);
        watcher.run();
        news();
        one.servers.end("web");
        calls(one.servers);

        watcher.end();
        passTime(Duration.ofMinutes(5));

        assertThat(news()).isEmpty();
        assertThat(calls(one.servers)).isEmpty();
    }

    @Test
    void close_whileANodeHangs_isPromptAndOthersWereHeard() throws InterruptedException {
        CountDownLatch hanging = one.servers.hangNext("list");
        two.servers.rent("web", null);
        BlockingQueue<RentalEvent> events = new LinkedBlockingQueue<>();
        RentalWatch watch = watches().open(spec().listener(events::add).build());

        assertThat(hanging.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(events.poll(60, TimeUnit.SECONDS)).isInstanceOf(RentalEvent.Appeared.class);
        watch.close();

        assertThat(one.servers.wasInterrupted().await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void close_byTheListener_endsTheWatch() throws InterruptedException {
        one.servers.rent("a", null);
        one.servers.rent("b", null);
        BlockingQueue<RentalWatch> self = new LinkedBlockingQueue<>();
        BlockingQueue<RentalEvent> events = new LinkedBlockingQueue<>();
        RentalWatches watches = watches();

        self.add(watches.open(spec().listener(event -> {
                    events.add(event);
                    takeQuietly(self).close();
                })
                .build()));

        assertThat(events.poll(60, TimeUnit.SECONDS)).isNotNull();
        tasks.close();
        assertThat(events).isEmpty();
    }

    private static RentalWatch takeQuietly(BlockingQueue<RentalWatch> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void watch_nodeDoesNotExistOrRentalsAreClosed_isRefused() {
        RentalWatches watches = watches();

        assertThatThrownBy(() ->
                        watches.open(RentalQuery.builder().nodes(Set.of("kws9")).build(), event -> {}))
                .isInstanceOf(NotFoundException.class);
        tasks.close();
        assertThatThrownBy(() -> watches.open(RentalQuery.ALL, event -> {})).isInstanceOf(ConflictException.class);
    }

    @Test
    void build_outOfLimits_isRefused() {
        assertThatThrownBy(() -> WatchSpec.builder().shortest(Duration.ZERO).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(
                        () -> WatchSpec.builder().longest(Duration.ofSeconds(1)).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        WatchSpec.builder().endNear(Duration.ofSeconds(-1)).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        WatchSpec.builder().endNear(Sweep.NEVER.plusSeconds(1)).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        WatchSpec.builder().longest(Sweep.NEVER.plusSeconds(1)).build())
                .isInstanceOf(InvalidRequestException.class);
    }
}
