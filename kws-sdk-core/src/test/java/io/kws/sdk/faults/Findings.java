package io.kws.sdk.faults;

import java.util.Collection;

/**
 * What came of cases. Immutable.
 *
 * @param cases how many were run
 * @param successes in how many the use case ended well
 * @param leaks in how many something was there that nobody told of
 * @param untyped how many errors were not typed
 * @param lines how many lines were searched for secrets
 * @param secrets how many texts had one
 */
record Findings(int cases, int successes, int leaks, int untyped, long lines, int secrets) {
    static Findings sum(Collection<Findings> all) {
        return all.stream().reduce(new Findings(0, 0, 0, 0, 0, 0), Findings::plus);
    }

    private Findings plus(Findings more) {
        return new Findings(
                cases + more.cases,
                successes + more.successes,
                leaks + more.leaks,
                untyped + more.untyped,
                lines + more.lines,
                secrets + more.secrets);
    }

    boolean isFine() {
        return leaks == 0 && untyped == 0 && secrets == 0;
    }

    @Override
    public String toString() {
        return "%d cases, %d ended well, %d leaks, %d untyped errors; %d lines searched, %d secrets"
                .formatted(cases, successes, leaks, untyped, lines, secrets);
    }
}
