package io.kws.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tries a use case in many cases, on several clouds side by side, and searches all that is said meanwhile for secrets. */
public final class FaultLab<B extends FaultBench> {
    private final int sideBySide;
    private final Supplier<B> benches;
    private final Queue<Case<B>> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Queue<Findings> findings = new ConcurrentLinkedQueue<>();

    /**
     * Makes a laboratory.
     *
     * @param sideBySide how many clouds it has
     * @param benches makes a cloud with all that a case needs
     */
    public FaultLab(int sideBySide, Supplier<B> benches) {
        this.sideBySide = sideBySide;
        this.benches = benches;
    }

    /** Tries one case, given how long an attempt of a call may take; tells the bench what comes of it. */
    @FunctionalInterface
    public interface Trial<B> {
        /** Tries it. */
        void on(B bench, Duration attempt);
    }

    private record Case<B>(List<Duration> attempts, Trial<B> trial) {}

    /**
     * Adds a case.
     *
     * @param attempts how long attempts of calls may take: what goes wrong counts only if it does with each of them
     * @param trial tries it
     */
    public void add(List<Duration> attempts, Trial<B> trial) {
        cases.add(new Case<>(attempts, trial));
    }

    /** Runs all cases, says what came of them in one line, and fails if there was a problem. */
    public void run(String title) throws InterruptedException {
        run(title, 0);
    }

    /** Runs all cases, says what came of them in one line, and fails if there was a problem, or too few ended well. */
    public void run(String title, int leastSuccesses) throws InterruptedException {
        int number = cases.size();
        Eavesdropper eavesdropper = new Eavesdropper();
        ExecutorService threads = Executors.newFixedThreadPool(sideBySide);
        for (int i = 0; i < sideBySide; i++) {
            threads.execute(() -> work(eavesdropper));
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(10, TimeUnit.MINUTES);
        eavesdropper.close();
        problems.forEach(eavesdropper::hear);
        findings.add(eavesdropper.findings());
        Findings all = Findings.sum(findings);
        FaultTally.add(all);
        System.out.println(title + ": " + all);
        assertThat(problems).isEmpty();
        assertThat(eavesdropper.secrets()).as("secrets").isEmpty();
        assertThat(eavesdropper.findings().lines()).as("lines searched").isPositive();
        assertThat(ended).as("ended in time").isTrue();
        assertThat(all.cases()).as("cases").isPositive().isEqualTo(number);
        assertThat(all.successes()).as("cases that ended well").isGreaterThanOrEqualTo(leastSuccesses);
    }

    private void work(Eavesdropper eavesdropper) {
        try (B bench = benches.get()) {
            eavesdropper.listenFor(bench.secrets());
            for (Case<B> next = cases.poll(); next != null; next = cases.poll()) {
                if (goesWell(bench, next, 0, eavesdropper) || !goesWellAgain(next, eavesdropper)) {
                    problems.addAll(bench.problems());
                    findings.add(bench.findings());
                }
            }
        }
    }

    /** Tries it on a cloud that nothing has gone wrong on, for longer. */
    private boolean goesWellAgain(Case<B> again, Eavesdropper eavesdropper) {
        if (again.attempts().size() < 2) {
            return false;
        }
        try (B fresh = benches.get()) {
            eavesdropper.listenFor(fresh.secrets());
            boolean isWell = goesWell(fresh, again, 1, eavesdropper);
            if (isWell) {
                findings.add(fresh.findings().triedAgain());
            }
            return isWell;
        }
    }

    private boolean goesWell(B bench, Case<B> one, int attempt, Eavesdropper eavesdropper) {
        bench.forget();
        try {
            one.trial().on(bench, one.attempts().get(attempt));
        } catch (RuntimeException | Error e) {
            bench.problem("the case itself failed: " + e);
        }
        bench.failures().forEach(eavesdropper::hear);
        return bench.problems().isEmpty();
    }
}
