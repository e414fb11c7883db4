package io.kws.sdk.openstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.SandboxNodes;
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
import io.kws.sdk.trace.CallListener;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Tries a use case under many faults, on several clouds side by side, and compares what is there afterwards with what the
 * receipt says.
 */
final class FaultLab {
    /** All that can happen to one call. */
    static final Map<String, UnaryOperator<Fault>> FAULTS = faults();

    private static final int CLOUDS = 8;
    private static final Timeouts PATIENT = timeouts(Duration.ofSeconds(10));
    private static final Timeouts IMPATIENT = timeouts(Duration.ofMillis(250));

    private final Queue<Consumer<Bench>> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger leaks = new AtomicInteger();
    private final AtomicInteger untyped = new AtomicInteger();
    private final Subject subject;
    private final List<String> kept;

    /**
     * Makes a lab.
     *
     * @param kept what a thing that is named as left stands for besides itself
     */
    FaultLab(Subject subject, List<String> kept) {
        this.subject = subject;
        this.kept = kept;
    }

    private static Map<String, UnaryOperator<Fault>> faults() {
        Map<String, UnaryOperator<Fault>> faults = new LinkedHashMap<>();
        for (int status : new int[] {400, 401, 403, 404, 409, 413, 500, 502, 503, 504}) {
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
                .standstill(attempt)
                .retries(2)
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofSeconds(1))
                .pace(Pace.every(Duration.ofMillis(2)))
                .rollback(Duration.ofSeconds(5))
                .build();
    }

    /** Returns how long attempts may take so that a fault shows; short only where it is one of time. */
    static Timeouts timeouts(String fault) {
        return fault.matches("(no answer|slow body).*") ? IMPATIENT : PATIENT;
    }

    /**
     * What use cases call, each kind of call once.
     *
     * @param make the calls of the making
     * @param remove the calls of the removal that follows
     */
    record Calls(List<CallKind> make, List<CallKind> remove) {}

    /** Finds out what use cases call. */
    static Calls calls(Subject subject) {
        try (Bench bench = new Bench();
                Kws fresh = bench.connect(PATIENT, call -> {})) {
            subject.make(fresh.node("kws1"), RentalId.random());
            List<CallKind> make = bench.callKinds();
            bench.cloud.clearCalls();
            subject.remove(bench.clean, Subject.NAME);
            return new Calls(make, bench.callKinds());
        }
    }

    void add(Consumer<Bench> trial) {
        cases.add(trial);
    }

    /** Runs all cases, says how many in one line, and fails if there was a problem. */
    void run(String title) throws InterruptedException {
        int number = cases.size();
        ExecutorService threads = Executors.newFixedThreadPool(CLOUDS);
        for (int i = 0; i < CLOUDS; i++) {
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
     * Runs a use case that ends in a receipt, and compares.
     *
     * @param name says which case
     * @param outcome of what must be there after a success
     */
    void compare(Bench bench, String name, Outcome outcome, Function<Node, Receipt> useCase, Kws kws) {
        try {
            compare(bench, name, useCase.apply(kws.node("kws1")), outcome);
        } catch (KwsException e) {
            if (!e.step().equals(subject.search())) { // before which nothing is known
                compare(bench, name + " (" + e.getMessage() + ")", e.receipt(), Outcome.LEFT);
            }
        } catch (RuntimeException e) {
            untyped.incrementAndGet();
            problems.add(name + ": untyped " + e);
        }
    }

    private void compare(Bench bench, String name, Receipt receipt, Outcome outcome) {
        List<String> there = bench.leftovers();
        List<String> said = receipt.entries(outcome).stream()
                .map(entry -> letters(entry.kind().label()))
                .sorted()
                .toList();
        List<String> unsaid = new ArrayList<>(there);
        said.forEach(unsaid::remove);
        if (outcome == Outcome.LEFT && said.contains(subject.kind()) && unsaid.equals(kept)) {
            return;
        }
        if (!unsaid.isEmpty() || (outcome == Outcome.CREATED && !there.equals(said))) {
            leaks.incrementAndGet();
            problems.add(name + ": there is " + there + ", the receipt says " + said + "\n" + receipt);
        }
    }

    /** Takes the faults back and removes by the rental's ID, after which nothing may be left. */
    void cleanUp(Bench bench, String name, RentalId rental) {
        bench.cloud.clearFaults();
        subject.healCloud(bench.cloud);
        subject.remove(bench.clean, rental.value());
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

    /** A cloud for one case at a time, and a client of it that no fault has met. */
    static final class Bench implements AutoCloseable {
        final SandboxNode cloud;
        final Node clean;
        private final Sandbox sandbox = Sandbox.start("kws1");
        private final Kws cleanKws;

        Bench() {
            cloud = sandbox.node("kws1");
            cleanKws = connect(PATIENT, call -> {});
            clean = cleanKws.node("kws1");
        }

        /** Returns a client that has to log in first. */
        Kws connect(Timeouts timeouts, CallListener listener) {
            return SandboxNodes.connect(
                    sandbox, Kws.builder().timeouts(timeouts).onCall(listener));
        }

        List<CallKind> callKinds() {
            return cloud.calls().stream().map(Bench::kind).distinct().toList();
        }

        private static CallKind kind(Call call) {
            String path = call.path().replaceAll("[0-9a-f-]{32,36}|kws-[a-z2-7]{12}", "[^/]+");
            return new CallKind(call.method(), path);
        }

        List<String> leftovers() {
            return cloud.leftovers().stream()
                    .map(Leftover::kind)
                    .map(FaultLab::letters)
                    .sorted()
                    .toList();
        }

        @Override
        public void close() {
            cleanKws.close();
            sandbox.close();
        }
    }
}
