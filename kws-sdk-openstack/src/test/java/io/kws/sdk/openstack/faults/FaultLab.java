package io.kws.sdk.openstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tries a use case in many cases, on several clouds side by side. */
final class FaultLab {
    private static final int CLOUDS = 8;

    private final Queue<Case> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger leaks = new AtomicInteger();
    private final AtomicInteger untyped = new AtomicInteger();

    /** Tries one case, given how long an attempt of a call may take; tells the bench what is wrong. */
    interface Trial {
        void on(Bench bench, Duration attempt);
    }

    private record Case(List<Duration> attempts, Trial trial) {}

    void add(Trial trial) {
        cases.add(new Case(List.of(Patience.LONG), trial));
    }

    void add(Mishap mishap, Trial trial) {
        cases.add(new Case(Patience.with(mishap), trial));
    }

    /** Runs all cases, says how many in one line, and fails if there was a problem. */
    void run(String title) throws InterruptedException {
        int number = cases.size();
        Eavesdropper eavesdropper = new Eavesdropper();
        ExecutorService threads = Executors.newFixedThreadPool(CLOUDS);
        for (int i = 0; i < CLOUDS; i++) {
            threads.execute(() -> work(eavesdropper));
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(10, TimeUnit.MINUTES);
        eavesdropper.close();
        System.out.printf(
                "%s: %d cases run, %d leaks, %d untyped errors; %d lines searched, %d secrets%n",
                title,
                number - cases.size(),
                leaks.get(),
                untyped.get(),
                eavesdropper.lines(),
                eavesdropper.secrets().size());
        assertThat(problems).isEmpty();
        assertThat(eavesdropper.secrets()).as("secrets").isEmpty();
        assertThat(eavesdropper.lines()).as("lines searched").isPositive();
        assertThat(ended).isTrue();
        assertThat(number).as("cases").isPositive();
    }

    private void work(Eavesdropper eavesdropper) {
        try (Bench bench = new Bench(eavesdropper)) {
            for (Case next = cases.poll(); next != null; next = cases.poll()) {
                List<Duration> attempts = next.attempts();
                if (!goesWell(bench, next.trial(), attempts.get(0)) && !goesWellAgain(next, eavesdropper)) {
                    problems.addAll(bench.problems());
                    leaks.addAndGet(bench.leaks());
                    untyped.addAndGet(bench.untyped());
                }
            }
        }
    }

    private static boolean goesWellAgain(Case again, Eavesdropper eavesdropper) {
        try (Bench fresh = new Bench(eavesdropper)) {
            return again.attempts().size() > 1
                    && goesWell(fresh, again.trial(), again.attempts().get(1));
        }
    }

    private static boolean goesWell(Bench bench, Trial trial, Duration attempt) {
        bench.forgetProblems();
        try {
            trial.on(bench, attempt);
        } catch (RuntimeException | Error e) {
            bench.problem("the case itself failed: " + e);
        }
        return bench.problems().isEmpty();
    }
}
