package io.kws.sdk.k8s.pods;

import io.kws.sdk.k8s.pods.Problem.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers how long each kind of problem has lasted, and its most specific message. A problem that goes away and comes
 * back starts again. Not thread-safe.
 */
public final class ProblemTimer {
    private final Map<Kind, Long> since = new EnumMap<>(Kind.class);
    private final Map<Kind, Problem> latest = new EnumMap<>(Kind.class);
    private final Duration patience;

    /**
     * Makes a timer without problems.
     *
     * @param patience the longest that a serious problem may last
     */
    public ProblemTimer(Duration patience) {
        this.patience = patience;
    }

    /**
     * Records the present problems.
     *
     * @param now the problems
     * @param nanos the time, as of {@link System#nanoTime}
     * @return the problems, each with its most specific message so far
     */
    public List<Problem> note(List<Problem> now, long nanos) {
        List<Kind> kinds = now.stream().map(Problem::kind).toList();
        since.keySet().retainAll(kinds);
        latest.keySet().retainAll(kinds);
        List<Problem> noted = new ArrayList<>();
        for (Problem problem : now) {
            since.putIfAbsent(problem.kind(), nanos);
            if (problem.isSpecific() || !latest.containsKey(problem.kind())) {
                latest.put(problem.kind(), problem);
            }
            noted.add(latest.get(problem.kind()));
        }
        return noted;
    }

    /**
     * Returns the most specific problem that has lasted longer than it may.
     *
     * @param noted the recorded problems
     * @param nanos the time, as of {@link System#nanoTime}
     * @return the problem; empty if there is none
     */
    public Optional<Problem> overdue(List<Problem> noted, long nanos) {
        return noted.stream().filter(problem -> left(problem, nanos).isZero()).findFirst();
    }

    /**
     * Returns the time until the next of them is overdue.
     *
     * @param noted the recorded problems
     * @param nanos the time, as of {@link System#nanoTime}
     * @return the time left; a day if there is no problem
     */
    public Duration next(List<Problem> noted, long nanos) {
        return noted.stream()
                .map(problem -> left(problem, nanos))
                .min(Duration::compareTo)
                .orElse(Duration.ofDays(1));
    }

    private Duration left(Problem problem, long nanos) {
        long begun = since.getOrDefault(problem.kind(), nanos);
        boolean isShorter = problem.isSerious() && patience.compareTo(problem.patience()) < 0;
        Duration left = (isShorter ? patience : problem.patience()).minusNanos(nanos - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
