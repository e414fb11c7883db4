package io.kws.sdk.k8s.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import java.util.ArrayList;
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
import java.util.function.Predicate;

/**
 * Tries use cases under many faults, on several clusters side by side, and compares what is there afterwards with what
 * the receipt says.
 */
final class FaultLab {
    private static final int CLUSTERS = 6;

    /** What stays where a thing stays, besides itself. */
    private static final Map<String, List<String>> PARTS =
            Map.of("deployment", List.of("replicaset", "pod"), "persistentvolumeclaim", List.of("persistentvolume"));

    private final Queue<Consumer<Bench>> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger leaks = new AtomicInteger();
    private final AtomicInteger untyped = new AtomicInteger();

    /** Tries a use case under a fault. */
    @FunctionalInterface
    interface Trial {
        void on(Bench bench, FaultCase one);
    }

    /** Adds a trial of each case. */
    void add(List<FaultCase> all, Trial trial) {
        all.forEach(one -> cases.add(bench -> trial.on(bench, one)));
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
        assertThat(number).as("cases").isPositive();
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
     * Runs a use case under a fault, and compares after a failure.
     *
     * @param before what was there before, and may be there again, but for what the receipt names
     * @return whether it succeeded
     */
    boolean compare(Bench bench, FaultCase one, List<String> before, Consumer<Node> useCase) {
        return compare(bench, one, before, useCase, error -> true);
    }

    /**
     * Runs a use case under a fault, and compares after a failure.
     *
     * @param before what was there before, and may be there again, but for what the receipt names
     * @param isFine judges the cluster after a failure
     * @return whether it succeeded
     */
    boolean compare(
            Bench bench, FaultCase one, List<String> before, Consumer<Node> useCase, Predicate<KwsException> isFine) {
        bench.cluster.inject(one.fault());
        try {
            useCase.accept(bench.client(one));
            return true;
        } catch (KwsException e) {
            bench.cluster.clearFaults();
            List<String> unsaid = unsaid(bench, before, e.receipt());
            if (!unsaid.isEmpty()) {
                leaks.incrementAndGet();
                problem(one, "there is " + unsaid + " too\n" + e.getMessage() + "\n" + e.receipt());
            }
            if (!isFine.test(e)) {
                problem(one, "it is not as before\n" + e.getMessage() + "\n" + e.receipt());
            }
            return false;
        } catch (RuntimeException e) {
            untyped.incrementAndGet();
            problem(one, "untyped " + e);
            return false;
        } finally {
            bench.cluster.clearFaults();
        }
    }

    private static List<String> unsaid(Bench bench, List<String> before, Receipt receipt) {
        List<String> unsaid = new ArrayList<>(bench.leftovers());
        before.forEach(unsaid::remove);
        receipt.entries(Outcome.LEFT).stream()
                .map(entry -> letters(entry.kind().label()))
                .forEach(left -> {
                    unsaid.remove(left);
                    unsaid.removeAll(PARTS.getOrDefault(left, List.of()));
                });
        return unsaid;
    }

    /** Takes all away without a fault, after which nothing may be left. */
    void cleanUp(Bench bench, FaultCase one, Consumer<Node> removal) {
        removal.accept(bench.clean);
        expect(bench, one, List.of());
    }

    /** Says so if something else is there. */
    void expect(Bench bench, FaultCase one, List<String> wanted) {
        List<String> there = bench.leftovers();
        if (!there.equals(wanted)) {
            leaks.incrementAndGet();
            problem(one, "in the end there is " + there);
        }
    }

    void problem(FaultCase one, String text) {
        problems.add(one.name() + ": " + text);
    }

    private static String letters(String kind) {
        return kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
