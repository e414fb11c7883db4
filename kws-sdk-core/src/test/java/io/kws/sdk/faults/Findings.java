package io.kws.sdk.faults;

import java.util.Collection;

/**
 * What came of cases. Immutable.
 *
 * @param cases how many were run
 * @param successes in how many the use case ended well
 * @param leaks in how many something was there that nobody told of
 * @param untyped how many errors were not typed
 * @param again in how many what went wrong at first, for want of time, went well with more of it
 * @param lines how many lines were searched for secrets
 * @param secrets how many texts had one
 */
record Findings(int cases, int successes, int leaks, int untyped, int again, long lines, int secrets) {
    static Findings sum(Collection<Findings> all) {
        return all.stream().reduce(new Findings(0, 0, 0, 0, 0, 0, 0), Findings::plus);
    }

    private Findings plus(Findings more) {
        return new Findings(
                cases + more.cases,
                successes + more.successes,
                leaks + more.leaks,
                untyped + more.untyped,
                again + more.again,
                lines + more.lines,
                secrets + more.secrets);
    }

    Findings triedAgain() {
        return new Findings(cases, successes, leaks, untyped, again + 1, lines, secrets);
    }

    boolean isFine() {
        return leaks == 0 && untyped == 0 && secrets == 0;
    }

    @Override
    public String toString() {
        return "%d cases, %d ended well, %d leaks, %d untyped errors, %d tried again; %d lines searched, %d secrets"
                .formatted(cases, successes, leaks, untyped, again, lines, secrets);
    }
}
