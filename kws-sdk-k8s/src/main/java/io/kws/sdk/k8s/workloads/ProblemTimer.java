package io.kws.sdk.k8s.workloads;

import io.kws.sdk.k8s.workloads.Problem.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers since when each kind of problem has lasted, and the words that told most. What goes away and comes again
 * starts anew. For one thread.
 */
final class ProblemTimer {
    private final Map<Kind, Long> since = new EnumMap<>(Kind.class);
    private final Map<Kind, Problem> told = new EnumMap<>(Kind.class);
    private final Duration patience;

    /**
     * Begins with nothing wrong.
     *
     * @param patience the longest that serious trouble is waited out
     */
    ProblemTimer(Duration patience) {
        this.patience = patience;
    }

    /** Notes what is wrong now, and returns it in the most telling words. */
    List<Problem> note(List<Problem> now, long nanos) {
        List<Kind> kinds = now.stream().map(Problem::kind).toList();
        since.keySet().retainAll(kinds);
        told.keySet().retainAll(kinds);
        List<Problem> noted = new ArrayList<>();
        for (Problem problem : now) {
            since.putIfAbsent(problem.kind(), nanos);
            if (problem.isTelling() || !told.containsKey(problem.kind())) {
                told.put(problem.kind(), problem);
            }
            noted.add(told.get(problem.kind()));
        }
        return noted;
    }

    /** Returns the most telling problem that has lasted for longer than it may. */
    Optional<Problem> overdue(List<Problem> noted, long nanos) {
        return noted.stream().filter(problem -> left(problem, nanos).isZero()).findFirst();
    }

    /** Returns the time until the next of them is overdue. */
    Duration next(List<Problem> noted, long nanos) {
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
