package io.kws.sdk.internal.placement;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalBackends;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.driver.values.LimitValue;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.nodes.RentingNode;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node in memory that makes a port and then a server, and fails as it is told. */
final class MakingNode implements NodeView {
    private static final Timeouts FAST =
            Timeouts.builder().retries(0).firstPause(Duration.ZERO).build();

    private final String name;
    private final UseCaseRunner runner;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Map<String, KwsException> failures = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private final List<KwsException> problems = new ArrayList<>();
    private final RentingNode.Kind rented = new RentingNode.Kind(ResourceKind.SERVER);
    private volatile Runnable whenMade = () -> {};
    private volatile Runnable whenDeletingThePort = () -> {};
    private int fits = 1;

    /** What is made. */
    record Thing(String node, Receipt receipt) {}

    MakingNode(String name, Threads threads) {
        this.name = name;
        this.runner = new UseCaseRunner(name, threads, FAST);
    }

    void fits(int number) {
        fits = number;
    }

    /** Lets something happen once it has made the server. */
    void whenMade(Runnable event) {
        whenMade = event;
    }

    /** Lets a rented server be there. */
    void appear(String server, RentalId rental) {
        rented.tag(server, RentalTags.of(new Rental(rental, "alice", Instant.EPOCH, Optional.empty())));
    }

    List<String> rented() {
        return rented.list().stream().map(RentalBackend.Tagged::name).toList();
    }

    void failListing(KwsException failure) {
        rented.fail("list", failure);
    }

    void problem(KwsException problem) {
        problems.add(problem);
    }

    void failPlanning(KwsException failure) {
        failures.put("plan", failure);
    }

    void failAtServer(KwsException failure) {
        failures.put("create web", failure);
    }

    void failLooking(KwsException failure) {
        failures.put("find web", failure);
    }

    void failDeletingThePort(KwsException failure) {
        failures.put("delete p", failure);
    }

    /** Lets it wait there until it may go on; the latch that is returned opens when it has come so far. */
    CountDownLatch holdDeletingThePort(CountDownLatch go) {
        CountDownLatch reached = new CountDownLatch(1);
        whenDeletingThePort = () -> {
            reached.countDown();
            await(go);
        };
        return reached;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancelledException("the thread was interrupted", e);
        }
    }

    /** Lets it wait for an interrupt there; the latch opens when it has come so far. */
    CountDownLatch holdAtServer() {
        return hold("wait");
    }

    CountDownLatch holdAtPlan() {
        return hold("plan");
    }

    private CountDownLatch hold(String call) {
        CountDownLatch reached = new CountDownLatch(1);
        holds.put(call, reached);
        return reached;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    Set<String> made() {
        return Set.copyOf(made);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <C> List<C> capabilities(Class<C> type) {
        return Stream.<Object>of(this, new RentalBackends(List.of(rented)))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Plan plan(String thing) {
        called("plan");
        List<Need> needs = List.of(new Need(
                LimitValue.builder().kind(LimitKind.SERVERS).max(fits).used(0).build(), 1));
        return new Plan(name, "rent thing \"" + thing + "\"", List.of(), needs, problems, List.of());
    }

    Operation<Thing> make(String thing) {
        return runner.start(new UseCase<>("rent thing \"" + thing + "\"", Duration.ofSeconds(20), steps -> {
            Step<?> port = steps.act("create port", context -> context.make(new Part("p", ResourceKind.PORT)));
            Step<?> server =
                    steps.act("create server", context -> context.make(new Part(thing, ResourceKind.SERVER)), port);
            steps.act(
                    "wait",
                    context -> {
                        called("wait");
                        whenMade.run();
                    },
                    server);
            return receipt -> new Thing(name, receipt);
        }));
    }

    private void called(String call) {
        calls.add(call);
        CountDownLatch hold = holds.get(call);
        if (hold != null) {
            hold.countDown();
            Waiting.pause(Duration.ofMinutes(5));
        }
        @Nullable KwsException failure = failures.get(call);
        if (failure != null) {
            throw failure;
        }
    }

    private final class Part implements Resource<String> {
        private final String part;
        private final ResourceKind kind;

        Part(String part, ResourceKind kind) {
            this.part = part;
            this.kind = kind;
        }

        @Override
        public ResourceKind kind() {
            return kind;
        }

        @Override
        public String name() {
            return part;
        }

        @Override
        public String id(String thing) {
            return thing;
        }

        @Override
        public String create() {
            called("create " + part);
            made.add(part);
            return part;
        }

        @Override
        public Optional<String> find() {
            called("find " + part);
            return made.contains(part) ? Optional.of(part) : Optional.empty();
        }

        @Override
        public void delete(String thing) {
            called("delete " + part);
            if (kind == ResourceKind.PORT) {
                whenDeletingThePort.run();
            }
            made.remove(part);
        }
    }
}
