package io.kws.sdk.faults;

import io.kws.sdk.errors.KwsException;
import java.util.ArrayList;
import java.util.List;

/** A cloud for one case at a time, and what comes of the case. For one thread at a time. */
public abstract class FaultBench implements AutoCloseable {
    private final List<String> problems = new ArrayList<>();
    private final List<KwsException> failures = new ArrayList<>();
    private int successes;
    private int leaks;
    private int untyped;

    /** Makes a bench that has seen nothing yet. */
    protected FaultBench() {}

    /** Returns what nobody may ever read, besides what is marked by {@link Eavesdropper#SECRET}. */
    protected List<String> secrets() {
        return List.of();
    }

    /** Notes that the use case ended well. */
    public final void succeeded() {
        successes++;
    }

    /** Notes a typed error. */
    public final void failed(KwsException failure) {
        failures.add(failure);
    }

    /** Notes that something is there that nobody tells of. */
    public final void leak(String what) {
        leaks++;
        problem(what);
    }

    /** Notes an error that is not typed. */
    public final void untyped(String title, RuntimeException failure) {
        untyped++;
        problem(title + ": untyped " + failure);
    }

    /** Notes that something else is wrong. */
    public final void problem(String what) {
        problems.add(what);
    }

    final List<String> problems() {
        return List.copyOf(problems);
    }

    final List<KwsException> failures() {
        return List.copyOf(failures);
    }

    final Findings findings() {
        return new Findings(1, successes, leaks, untyped, 0, 0, 0);
    }

    final void forget() {
        problems.clear();
        failures.clear();
        successes = 0;
        leaks = 0;
        untyped = 0;
    }

    @Override
    public abstract void close();
}
