package io.kws.sdk.k8s.faults;

import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.faults.FaultLab;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tries use cases under many faults, on several clusters side by side, and compares what is there afterwards with what
 * the receipt says.
 */
final class Trials {
    private static final int CLUSTERS = 6;

    /** What stays where a thing stays, besides itself. */
    private static final Map<String, List<String>> PARTS =
            Map.of("deployment", List.of("replicaset", "pod"), "persistentvolumeclaim", List.of("persistentvolume"));

    private final FaultLab<Bench> lab = new FaultLab<>(CLUSTERS, Bench::new);

    /** Tries a use case under a fault. */
    @FunctionalInterface
    interface Trial {
        void on(Bench bench, FaultCase one);
    }

    /** Adds a trial of each case. */
    void add(List<FaultCase> all, Trial trial) {
        all.forEach(one -> lab.add(one.attempts(), (bench, attempt) -> trial.on(bench, one.within(attempt))));
    }

    /** Runs all cases, says what came of them in one line, and fails if there was a problem, or too few ended well. */
    void run(String title, int leastSuccesses) throws InterruptedException {
        lab.run(title, leastSuccesses);
    }

    /**
     * Runs a use case under a fault, and compares after a failure.
     *
     * @param before what was there before, and may be there again, but for what the receipt names
     * @return whether it succeeded
     */
    static boolean compare(Bench bench, FaultCase one, List<String> before, Consumer<Node> useCase) {
        return compare(bench, one, before, useCase, error -> true);
    }

    /**
     * Runs a use case under a fault, and compares after a failure.
     *
     * @param before what was there before, and may be there again, but for what the receipt names
     * @param isFine judges the cluster after a failure
     * @return whether it succeeded
     */
    static boolean compare(
            Bench bench, FaultCase one, List<String> before, Consumer<Node> useCase, Predicate<KwsException> isFine) {
        bench.cluster.inject(one.fault());
        try {
            useCase.accept(bench.client(one));
            bench.succeeded();
            return true;
        } catch (KwsException e) {
            bench.failed(e);
            bench.cluster.clearFaults();
            List<String> unsaid = unsaid(bench, before, e.receipt());
            if (!unsaid.isEmpty()) {
                bench.leak(one.name() + ": there is " + unsaid + " too\n" + e.getMessage() + "\n" + e.receipt());
            }
            if (!isFine.test(e)) {
                bench.problem(one.name() + ": it is not as before\n" + e.getMessage() + "\n" + e.receipt());
            }
            return false;
        } catch (RuntimeException e) {
            bench.untyped(one.name(), e);
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
    static void cleanUp(Bench bench, FaultCase one, Consumer<Node> removal) {
        removal.accept(bench.clean);
        expect(bench, one, List.of());
    }

    /** Says so if something else is there. */
    static void expect(Bench bench, FaultCase one, List<String> wanted) {
        List<String> there = bench.leftovers();
        if (!there.equals(wanted)) {
            bench.leak(one.name() + ": in the end there is " + there);
        }
    }

    private static String letters(String kind) {
        return kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
