package io.kws.sdk.k8s.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.Secret;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Call;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Tries use cases under many faults, on several clusters side by side, and compares what is there afterwards with what
 * the receipt says.
 */
final class FaultLab {
    static final String NAME = "web-1";

    /** A time in which an app is ready for certain. */
    static final Duration LONG = Duration.ofMinutes(1);

    private static final int CLUSTERS = 6;
    private static final List<String> OF_DEPLOYMENT = List.of("replicaset", "pod");
    private static final Timeouts PATIENT = timeouts(Duration.ofSeconds(10));
    private static final Timeouts IMPATIENT = timeouts(Duration.ofMillis(250));

    private final Queue<Consumer<Bench>> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger leaks = new AtomicInteger();
    private final AtomicInteger untyped = new AtomicInteger();

    /** A use case that is tried. */
    @FunctionalInterface
    interface UseCase {
        /** Runs it on a node that faults strike. */
        Receipt run(Node node);
    }

    /** Returns all that can happen to one call. */
    static Map<String, UnaryOperator<Fault>> faults() {
        Map<String, UnaryOperator<Fault>> faults = new LinkedHashMap<>();
        for (int status : new int[] {400, 401, 403, 404, 409, 410, 422, 500, 502, 503, 504}) {
            faults.put("answer " + status, fault -> fault.answer(status));
        }
        faults.put("429 with Retry-After", fault -> fault.answer(429).header("Retry-After", "0"));
        faults.put("503 page", fault -> fault.answer(503, "<html><h1>Busy</h1></html>", "text/html"));
        faults.put("page instead of JSON", Fault::html);
        faults.put("malformed JSON", Fault::malformedJson);
        faults.put("reset before", Fault::resetBefore);
        faults.put("reset after", Fault::resetAfter);
        faults.put("no answer", Fault::hang);
        faults.put("slow body", fault -> fault.slowBody(Duration.ofMillis(600)));
        return faults;
    }

    private static Timeouts timeouts(Duration attempt) {
        return Timeouts.builder()
                .attempt(attempt)
                .retries(2)
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofMillis(50))
                .patience(Duration.ofMillis(200))
                .pace(Pace.every(Duration.ofMillis(2)))
                .rollback(Duration.ofSeconds(5))
                .build();
    }

    /** Describes what is deployed. */
    static AppSpec app(RentalId rental, Duration readyWithin) {
        return AppSpec.builder()
                .name(NAME)
                .image("kws/web:1")
                .port(8080)
                .rentalId(rental)
                .secrets(Map.of("PASSWORD", Secret.of("correct horse")))
                .readyWhen(AppReadiness.url())
                .readyWithin(readyWithin)
                .build();
    }

    /** Finds out which kinds of calls a use case makes after another. */
    static List<CallKind> calls(Consumer<Node> before, UseCase useCase) {
        try (Bench bench = new Bench()) {
            before.accept(bench.clean);
            bench.cluster.clearCalls();
            Receipt unused = useCase.run(bench.clean);
            return bench.cluster.calls().stream().map(CallKind::of).distinct().toList();
        }
    }

    /**
     * A kind of call that a use case makes.
     *
     * @param method the method
     * @param path a regular expression for the path
     */
    record CallKind(String method, String path) {
        static CallKind of(Call call) {
            return new CallKind(call.method(), call.path().replaceAll(NAME + "-[a-z0-9]+", NAME + "-[a-z0-9]+"));
        }

        Fault fault() {
            return Fault.on(method, "^" + path + "$");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    void add(Consumer<Bench> trial) {
        cases.add(trial);
    }

    /** Runs all cases, says how many in one line, and fails if there was a problem. */
    void run(String title) throws InterruptedException {
        int number = cases.size();
        ExecutorService threads = Executors.newFixedThreadPool(CLUSTERS);
        for (int i = 0; i < CLUSTERS; i++) {
            threads.execute(this::work);
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(10, TimeUnit.MINUTES);
        System.out.printf(
                "%s: %d cases run, %d leaks, %d untyped errors%n",
                title, number - cases.size(), leaks.get(), untyped.get());
        assertThat(problems).isEmpty();
        assertThat(ended).isTrue();
    }

    private void work() {
        try (Bench bench = new Bench()) {
            for (Consumer<Bench> next = cases.poll(); next != null; next = cases.poll()) {
                try {
                    next.accept(bench);
                } catch (RuntimeException | Error e) {
                    problems.add("the case itself failed: " + e);
                }
            }
        }
    }

    /**
     * Runs a use case under a fault, and compares.
     *
     * @param name says which case
     * @param before what was there before, and must be so again after an error, but for what the receipt names
     * @return whether it succeeded
     */
    boolean compare(Bench bench, String name, List<String> before, UseCase useCase) {
        boolean isOfTime = name.matches("(no answer|slow body).*");
        try {
            Receipt unused = useCase.run(isOfTime ? bench.impatient : bench.patient);
            return true;
        } catch (KwsException e) {
            bench.cluster.clearFaults();
            List<String> unsaid = new ArrayList<>(bench.leftovers());
            before.forEach(unsaid::remove);
            List<String> left = e.receipt().entries(Outcome.LEFT).stream()
                    .map(entry -> letters(entry.kind().label()))
                    .toList();
            left.forEach(unsaid::remove);
            if (left.contains("deployment")) {
                unsaid.removeAll(OF_DEPLOYMENT);
            }
            if (!unsaid.isEmpty()) {
                leaks.incrementAndGet();
                problems.add(name + ": there is " + unsaid + " too\n" + e.getMessage() + "\n" + e.receipt());
            }
            return false;
        } catch (RuntimeException e) {
            untyped.incrementAndGet();
            problems.add(name + ": untyped " + e);
            return false;
        }
    }

    /** Removes by the rental's ID, after which nothing may be left. */
    void cleanUp(Bench bench, String name, RentalId rental) {
        bench.cluster.clearFaults();
        Receipt unused = bench.clean.apps().delete(rental.value());
        if (!bench.leftovers().isEmpty()) {
            problems.add(name + ": after the removal there is still " + bench.leftovers());
        }
    }

    void problem(String text) {
        problems.add(text);
    }

    private static String letters(String kind) {
        return kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    /** A cluster for one case at a time, a client of it that no fault has met, and two that faults strike. */
    static final class Bench implements AutoCloseable {
        final SandboxNode cluster;
        final Node clean;
        final Node patient;
        final Node impatient;
        private final Sandbox sandbox = Sandbox.start("k1");
        private final List<Kws> connected = new ArrayList<>();

        Bench() {
            cluster = sandbox.node("k1");
            clean = connect(PATIENT);
            patient = connect(PATIENT);
            impatient = connect(IMPATIENT);
        }

        private Node connect(Timeouts timeouts) {
            ClusterConfig config = ClusterConfig.server(cluster.cluster().plainServer())
                    .token(Secret.of(cluster.cluster().token()))
                    .baseDomain("localhost")
                    .ingressPort(cluster.cluster().ingressPort())
                    .build();
            Kws kws = Kws.builder()
                    .timeouts(timeouts)
                    .node(NodeConfig.builder().name("k1").kubernetes(config).build())
                    .build();
            connected.add(kws);
            return kws.node("k1");
        }

        AppRental deploy(RentalId rental) {
            return clean.apps().deploy(app(rental, LONG));
        }

        List<String> leftovers() {
            return cluster.leftovers().stream().map(Leftover::kind).sorted().toList();
        }

        @Override
        public void close() {
            connected.forEach(Kws::close);
            sandbox.close();
        }
    }
}
