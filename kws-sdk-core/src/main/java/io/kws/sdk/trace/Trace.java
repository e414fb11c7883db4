package io.kws.sdk.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Remembers the calls that use cases make, to be read by people: as text, or as a sequence diagram. It carries no
 * headers and no bodies, so no secrets; values of queries that could be one are left out. Thread-safe.
 *
 * <pre>{@code
 * Trace trace = new Trace();
 * try (Kws kws = Kws.builder().config(KwsConfig.load()).onCall(trace).build()) {
 *     kws.node("kws1").servers().rent(spec);
 *     System.out.println(trace.toMermaid());
 * }
 * }</pre>
 */
public final class Trace implements CallListener {
    /** How many calls it remembers; of more, the oldest are forgotten. */
    public static final int LONGEST = 10_000;

    private final Deque<Call> calls = new ArrayDeque<>();

    /** Makes one that remembers nothing yet. */
    public Trace() {}

    @Override
    public synchronized void called(Call call) {
        calls.addLast(call);
        if (calls.size() > LONGEST) {
            calls.removeFirst();
        }
    }

    /** {@return the calls in the order in which they ended} */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Forgets all calls, so that what follows stands alone. */
    public synchronized void clear() {
        calls.clear();
    }

    /**
     * Draws the calls as a sequence diagram in the language of Mermaid, which GitHub and many editors show as a picture.
     * Calls that are repeated one after the other, as when something is waited for, are drawn once with their number.
     *
     * @return the diagram, without a fence around it
     */
    public String toMermaid() {
        return new SequenceDiagram(RepeatedCalls.of(calls())).toString();
    }

    /** {@return a line for each call, and how often it was repeated} */
    @Override
    public String toString() {
        return RepeatedCalls.of(calls()).stream().map(RepeatedCalls::toString).collect(Collectors.joining("\n"));
    }
}
