package io.kws.sdk.internal.placement;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NoNodeException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.internal.nodes.ManualClock;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.TermCaps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class PlacingTest {
    private static final Timeouts FAST =
            Timeouts.builder().retries(0).perNode(Duration.ofSeconds(20)).build();
    private static final RentalId RENTAL = RentalId.random();
    private static final PlaceableKind<MakingNode, String, MakingNode.Thing> THING = new PlaceableKind<>(
            MakingNode.class,
            ResourceKind.SERVER,
            new PlaceableKind.Asked<>("rent thing", name -> name, name -> RENTAL, name -> Duration.ofSeconds(20)),
            MakingNode::plan,
            MakingNode::make,
            new PlaceableKind.Made<>(
                    MakingNode.Thing::receipt, (made, receipt) -> new MakingNode.Thing(made.node(), receipt)));

    private final Threads threads = new Threads();
    private final MakingNode one = new MakingNode("kws1", threads);
    private final MakingNode two = new MakingNode("kws2", threads);
    private final FleetNodes nodes = new FleetNodes(
            () -> List.<NodeView>of(one, two),
            new NodeFanOut(threads.steps(), FAST.perNode()),
            new FleetSettings(FAST, TermCaps.NONE, new ManualClock("2026-01-05T12:00:00Z")));

    @AfterEach
    void end() {
        threads.close();
    }

    private MakingNode.Thing place(Placement placement) {
        return threads.run(placing(placement));
    }

    private PlacementRun<?, ?, MakingNode.Thing> placing(Placement placement) {
        return new PlacementRun<>(nodes, new PlacementRequest<>(THING, "web", placement), progress -> {});
    }

    private Operation<MakingNode.Thing> begin(Placement placement) {
        return threads.start(
                "rent thing \"web\"",
                listener -> new PlacementRun<>(nodes, new PlacementRequest<>(THING, "web", placement), listener));
    }

    private static List<String> lines(Receipt receipt) {
        return receipt.entries().stream().map(ReceiptEntry::toString).toList();
    }

    @Test
    void run_firstTakesIt_isMadeThereOnly() {
        one.fits(5);
        two.fits(9);

        MakingNode.Thing made = place(Placement.mostRoom());

        assertThat(made.node()).isEqualTo("kws2");
        assertThat(lines(made.receipt())).containsExactly("CREATED  port p", "CREATED  server web");
        assertThat(one.made()).isEmpty();
    }

    static Stream<KwsException> passable() {
        return Stream.of(
                new NoCapacityException("full"),
                new QuotaExceededException("used up"),
                new NotFoundException("no such image"),
                new AccessDeniedException("no"),
                new AuthenticationFailedException("who?"),
                new ConflictException("the host is taken"),
                new NodeUnavailableException("it is down"),
                new ServiceFailureException("500"),
                new WaitTimedOutException("it took too long"),
                new ProvisioningFailedException("ERROR"));
    }

    @ParameterizedTest
    @MethodSource("passable")
    void run_firstFailsAndIsUndone_nextTakesItAndTheReceiptSaysWhy(KwsException failure) {
        one.failAtServer(failure);

        MakingNode.Thing made = place(Placement.firstOf("kws1", "kws2"));

        assertThat(made.node()).isEqualTo("kws2");
        assertThat(one.made()).isEmpty();
        assertThat(lines(made.receipt()))
                .startsWith("SKIPPED  node kws1: " + failure.reason(), "DELETED  port p: on kws1")
                .endsWith("CREATED  port p", "CREATED  server web");
    }

    static Stream<KwsException> wrongEverywhere() {
        return Stream.of(
                new InvalidRequestException("the name is bad"), new AlreadyRentedException("it is there already"));
    }

    @ParameterizedTest
    @MethodSource("wrongEverywhere")
    void run_requestIsWrong_endsAtTheFirstNode(KwsException failure) {
        one.failAtServer(failure);

        assertThatThrownBy(() -> place(Placement.firstOf("kws1", "kws2")))
                .isSameAs(failure)
                .hasMessageStartingWith("Could not rent thing \"web\" on kws1: ");
        assertThat(two.calls()).containsExactly("plan");
        assertThat(lines(failure.receipt())).containsExactly("DELETED  port p");
    }

    @Test
    void run_nobodyKnowsWhetherTheFirstHasIt_neverMakesASecond() {
        one.failAtServer(new NodeUnavailableException("it is down"));
        one.failLooking(new NodeUnavailableException("it is still down"));

        NodeUnavailableException failure =
                catchThrowableOfType(NodeUnavailableException.class, () -> place(Placement.firstOf("kws1", "kws2")));

        assertThat(failure).hasMessageContaining("on kws1").hasMessageContaining("left behind: server web");
        assertThat(two.calls()).containsExactly("plan");
    }

    @Test
    void run_onlyPartsAreLeft_nextTakesItAndTheReceiptNamesThem() {
        one.failAtServer(new NoCapacityException("full"));
        one.failDeletingThePort(new NodeUnavailableException("it is down"));

        MakingNode.Thing made = place(Placement.firstOf("kws1", "kws2"));

        assertThat(made.node()).isEqualTo("kws2");
        assertThat(made.receipt().entries(Outcome.LEFT))
                .singleElement()
                .hasToString("LEFT     port p: on kws1, it is down");
    }

    @Test
    void run_firstMakesItLateAfterAll_itIsTakenAwayThere() {
        one.failAtServer(new NodeUnavailableException("no answer"));
        two.whenMade(() -> one.appear("web", RENTAL));

        MakingNode.Thing made = place(Placement.firstOf("kws1", "kws2"));

        assertThat(one.rented()).isEmpty();
        assertThat(lines(made.receipt())).contains("DELETED  server web: on kws1");
    }

    @Test
    void run_nobodyCanTellWhetherTheFirstMadeItLate_theReceiptSaysSo() {
        one.failAtServer(new NodeUnavailableException("no answer"));
        two.whenMade(() -> one.failListing(new NodeUnavailableException("it is down")));

        MakingNode.Thing made = place(Placement.firstOf("kws1", "kws2"));

        assertThat(made.receipt().entries(Outcome.LEFT))
                .singleElement()
                .hasToString("LEFT     server web: on kws1, whether it was made late is not known: it is down");
    }

    @Test
    void run_earlierRunOfThisRequestMadeIt_goesOnThereOnly() {
        two.fits(9);
        one.appear("web", RENTAL);

        assertThat(place(Placement.mostRoom()).node()).isEqualTo("kws1");
        assertThat(two.calls()).containsExactly("plan");
    }

    @Test
    void run_noNodeTakesIt_namesEachReason() {
        one.problem(new NotFoundException("image \"x\" does not exist"));
        two.failAtServer(new NoCapacityException("full"));

        NoNodeException failure = catchThrowableOfType(NoNodeException.class, () -> place(Placement.mostRoom()));

        assertThat(failure)
                .hasMessage(
                        "Could not rent thing \"web\": no node accepts it; kws1: image \"x\" does not exist; kws2: full");
        assertThat(failure.reasons()).containsOnlyKeys("kws1", "kws2");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.receipt().entries(Outcome.SKIPPED)).hasSize(2);
        assertThat(failure.receipt().isClean()).isTrue();
    }

    @Test
    void run_rentedOnOneNode_isASecondRequestForAll() {
        two.problem(new NoCapacityException("full"));
        two.problem(new AlreadyRentedException("a rented server of that name is there already"));

        assertThatThrownBy(() -> place(Placement.mostRoom()))
                .isInstanceOf(AlreadyRentedException.class)
                .hasMessageContaining("on kws2");
        assertThat(one.calls()).containsExactly("plan");
    }

    @Test
    void run_otherConflictOnOneNode_isThatNodesOnly() {
        two.fits(9);
        two.problem(new ConflictException("the host is taken by another"));

        MakingNode.Thing made = place(Placement.mostRoom());

        assertThat(made.node()).isEqualTo("kws1");
        assertThat(lines(made.receipt())).startsWith("SKIPPED  node kws2: the host is taken by another");
    }

    @Test
    void run_earlierRunOfThisRequestIsOnANodeWithAProblem_isMadeNowhereElse() {
        one.appear("web", RENTAL);
        one.problem(new QuotaExceededException("used up"));

        NoNodeException failure = catchThrowableOfType(NoNodeException.class, () -> place(Placement.mostRoom()));

        assertThat(failure).hasMessageContaining("kws1: used up; kws2: rental " + RENTAL + " is on another node");
        assertThat(two.made()).isEmpty();
    }

    @Test
    void run_earlierRunOfThisRequestIsOnANodeThatCannotPlan_isMadeNowhereElse() {
        one.appear("web", RENTAL);
        one.failPlanning(new ServiceFailureException("500"));

        assertThatThrownBy(() -> place(Placement.mostRoom()))
                .isInstanceOf(NoNodeException.class)
                .hasMessageContaining("kws1: 500");
        assertThat(two.made()).isEmpty();
    }

    @Test
    void run_nodeDoesNotAnswerTheQuestion_isPassedOver() {
        one.failPlanning(new NodeUnavailableException("it is down"));

        MakingNode.Thing made = place(Placement.mostRoom());

        assertThat(made.node()).isEqualTo("kws2");
        assertThat(lines(made.receipt())).startsWith("SKIPPED  node kws1: it is down");
    }

    @Test
    void run_placementNamesNoSuchNode_failsBeforeAnyCall() {
        assertThatThrownBy(() -> place(Placement.firstOf("kws1", "kws9")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("node \"kws9\" does not exist");
        assertThat(one.calls()).isEmpty();
    }

    @Test
    void run_ruleFailsOrChoosesNoCandidate_isABadRequest() {
        assertThatThrownBy(() -> place(rooms -> List.of("kws9"))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> place(rooms -> {
                    throw new IllegalStateException("tired");
                }))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("tired");
        assertThat(one.made()).isEmpty();
    }

    @SuppressWarnings("NullAway")
    static Stream<Placement> nulls() {
        return Stream.of(rooms -> null, rooms -> Arrays.asList("kws1", null));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void run_ruleReturnsNull_isABadRequest(Placement rule) {
        assertThatThrownBy(() -> place(rule))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not null");
        assertThat(one.made()).isEmpty();
    }

    @Test
    void run_ruleLeavesNodesOut_theyAreNotTried() {
        one.failAtServer(new NoCapacityException("full"));

        NoNodeException failure =
                catchThrowableOfType(NoNodeException.class, () -> place(rooms -> List.of("kws1", "kws1")));

        assertThat(failure.reasons()).containsOnlyKeys("kws1", "kws2");
        assertThat(failure).hasMessageContaining("kws2: the placement left it out");
        assertThat(two.calls()).containsExactly("plan");
    }

    @Test
    void plan_makesNothing_saysWhereAndWhyNotElsewhere() {
        one.fits(3);
        two.problem(new NotFoundException("no such image"));

        PlacementPlan plan =
                new CapacitySurvey<>(nodes, new PlacementRequest<>(THING, "web", Placement.mostRoom())).plan();

        assertThat(plan.isFeasible()).isTrue();
        assertThat(plan.best().orElseThrow().fits()).hasValue(3);
        assertThat(plan.toString().lines())
                .containsExactly(
                        "rent thing \"web\": on kws1",
                        "  candidate    kws1: room for 3 (servers: 0 of 3 used, 1 needed), 0 rentals",
                        "  passed over  kws2: no such image");
        assertThat(one.made()).isEmpty();
    }

    @Test
    void cancel_afterTheEnd_isTooLate() {
        one.problem(new NotFoundException("no such image"));
        two.problem(new NotFoundException("no such image"));
        Operation<MakingNode.Thing> operation = begin(Placement.mostRoom());

        assertThatThrownBy(operation::await).isInstanceOf(NoNodeException.class);

        assertThat(operation.cancel()).isFalse();
    }

    @Test
    void cancel_whileANodeMakesIt_isUndoneAndNoOtherTried() throws InterruptedException {
        CountDownLatch making = one.holdAtServer();
        Operation<MakingNode.Thing> operation = begin(Placement.firstOf("kws1", "kws2"));
        assertThat(making.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(operation.cancel()).isTrue();

        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);
        assertThat(one.made()).isEmpty();
        assertThat(two.calls()).containsExactly("plan");
        assertThat(operation.cancel()).isFalse();
    }

    static Stream<KwsException> anyFailure() {
        return Stream.of(new NoCapacityException("full"), new InvalidRequestException("the name is bad"));
    }

    @ParameterizedTest
    @MethodSource("anyFailure")
    void cancel_whileANodeUndoes_isHonoured(KwsException failure) throws InterruptedException {
        one.failAtServer(failure);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch undoing = one.holdDeletingThePort(go);
        Operation<MakingNode.Thing> operation = begin(Placement.firstOf("kws1", "kws2"));
        assertThat(undoing.await(20, TimeUnit.SECONDS)).isTrue();

        boolean inTime = operation.cancel();
        go.countDown();

        assertThat(inTime).isTrue();
        CancelledException end = catchThrowableOfType(CancelledException.class, operation::await);
        assertThat(lines(end.receipt()))
                .containsExactly("SKIPPED  node kws1: " + failure.reason(), "DELETED  port p: on kws1");
        assertThat(two.made()).isEmpty();
    }

    @Test
    void cancel_onceItIsMade_isTooLate() {
        Operation<MakingNode.Thing> operation = begin(Placement.firstOf("kws1", "kws2"));

        assertThat(operation.await().node()).isEqualTo("kws1");

        assertThat(operation.cancel()).isFalse();
    }

    @Test
    void cancel_whileNodesAreLookedAt_endsAtOnce() throws InterruptedException {
        CountDownLatch looking = one.holdAtPlan();
        Operation<MakingNode.Thing> operation = begin(Placement.mostRoom());
        assertThat(looking.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(operation.cancel()).isTrue();

        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);
        assertThat(two.made()).isEmpty();
    }

    @Test
    void close_whileANodeMakesIt_isUndoneBeforeItReturns() throws InterruptedException {
        CountDownLatch making = one.holdAtServer();
        Operation<MakingNode.Thing> operation = begin(Placement.firstOf("kws1", "kws2"));
        assertThat(making.await(20, TimeUnit.SECONDS)).isTrue();

        threads.close();

        assertThat(operation.isDone() || one.made().isEmpty()).isTrue();
        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);
        assertThat(one.made()).isEmpty();
        assertThat(two.made()).isEmpty();
    }

    @Test
    void run_interruptedWhileANodeMakesIt_isUndoneAndTheFlagStays() throws InterruptedException {
        CountDownLatch making = one.holdAtServer();
        List<Object> ends = new ArrayList<>();
        Thread renting = new Thread(() -> {
            try {
                place(Placement.firstOf("kws1", "kws2"));
            } catch (KwsException e) {
                ends.add(e);
                ends.add(Thread.currentThread().isInterrupted());
            }
        });
        renting.start();
        assertThat(making.await(20, TimeUnit.SECONDS)).isTrue();

        renting.interrupt();
        renting.join();

        assertThat(ends).hasSize(2).last().isEqualTo(true);
        assertThat(ends.get(0)).isInstanceOf(CancelledException.class);
        assertThat(one.made()).isEmpty();
        assertThat(two.calls()).containsExactly("plan");
    }

    @Test
    void onProgress_tellsTheNodeAndWhyOthersWerePassedOver() {
        one.problem(new NotFoundException("no such image"));
        List<String> heard = new ArrayList<>();
        PlacementRun<?, ?, MakingNode.Thing> placing =
                new PlacementRun<>(nodes, new PlacementRequest<>(THING, "web", Placement.mostRoom()), progress -> {
                    synchronized (heard) {
                        heard.add(progress.toString());
                    }
                });

        threads.run(placing);

        assertThat(heard)
                .startsWith("[0/0] look for room", "[0/0] kws1: passed over: no such image")
                .last(as(STRING))
                .contains("kws2: wait");
    }
}
