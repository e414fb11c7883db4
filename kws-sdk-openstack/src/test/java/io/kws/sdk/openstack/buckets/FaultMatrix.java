package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.sandbox.Call;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tries one use case of buckets under every fault of every call, on several clouds side by side. */
final class FaultMatrix {
    private static final int CLOUDS = 8;
    private static final Map<String, UnaryOperator<Fault>> FAULTS = faults();
    private static final Timeouts PATIENT = timeouts(Duration.ofSeconds(10));
    private static final Timeouts IMPATIENT = timeouts(Duration.ofMillis(250));

    private final String title;
    private final Consumer<Node> prepare;
    private final Consumer<Node> act;
    private final Function<Node, String> check;
    private Function<Node, String> checkAfterFailure = node -> "";
    private String untried = "";
    private final Queue<Consumer<Bench>> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger leaks = new AtomicInteger();
    private final AtomicInteger untyped = new AtomicInteger();

    /**
     * Describes a use case.
     *
     * @param prepare makes what it needs
     * @param act carries it out
     * @param check returns what is wrong after a success; an empty text if nothing is
     */
    FaultMatrix(String title, Consumer<Node> prepare, Consumer<Node> act, Function<Node, String> check) {
        this.title = title;
        this.prepare = prepare;
        this.act = act;
        this.check = check;
    }

    /** Says how an object that is there after a failure must be. */
    FaultMatrix mayEnd(Function<Node, String> state) {
        checkAfterFailure = state;
        return this;
    }

    /** Leaves out a fault that says what is not so, in a way that nobody can see through. */
    FaultMatrix without(String fault) {
        untried = fault;
        return this;
    }

    private static Map<String, UnaryOperator<Fault>> faults() {
        Map<String, UnaryOperator<Fault>> faults = new LinkedHashMap<>();
        for (int status : new int[] {401, 403, 404, 409, 412, 422, 500, 503}) {
            faults.put("answer " + status, fault -> fault.answer(status));
        }
        faults.put("429 with Retry-After", fault -> fault.answer(429).header("Retry-After", "0"));
        faults.put("page instead of JSON", Fault::html);
        faults.put("malformed JSON", Fault::malformedJson);
        faults.put("reset before", Fault::resetBefore);
        faults.put("reset after", Fault::resetAfter);
        faults.put("no answer", Fault::hang);
        faults.put("slow body", fault -> fault.slowBody(Duration.ofMillis(600)));
        return faults;
    }

    private static Timeouts timeouts(Duration attempt) {
        return Timeouts.builder()
                .attempt(attempt)
                .standstill(attempt)
                .retries(2)
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofMillis(10))
                .pace(Pace.every(Duration.ofMillis(2)))
                .rollback(Duration.ofSeconds(5))
                .build();
    }

    /** Runs all cases, says how many in one line, and fails if there was a problem. */
    void run() throws InterruptedException {
        tryAll();
        assertThat(problems).isEmpty();
        assertThat(good).as("cases that ended well").hasPositiveValue();
    }

    private void tryAll() throws InterruptedException {
        plan();
        int number = cases.size();
        ExecutorService threads = Executors.newFixedThreadPool(CLOUDS);
        for (int i = 0; i < CLOUDS; i++) {
            threads.execute(this::work);
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        System.out.printf(
                "%s: %d cases run, %d of them ended well, %d leaks, %d untyped errors%n",
                title, number, good.get(), leaks.get(), untyped.get());
    }

    private void plan() {
        try (Bench bench = new Bench()) {
            prepare.accept(bench.clean);
            bench.cloud.clearCalls();
            try (Kws fresh = bench.connect(PATIENT)) {
                act.accept(fresh.node("kws1"));
            }
            bench.cloud.calls().stream()
                    .filter(call ->
                            call.path().startsWith("/v1/") || call.path().equals("/info"))
                    .map(CallKind::of)
                    .distinct()
                    .forEach(this::plan);
        }
    }

    private void plan(CallKind call) {
        FAULTS.forEach((name, fault) -> {
            if (name.equals(untried)) {
                return;
            }
            cases.add(bench -> attempt(bench, call + ": " + name + " once", fault.apply(call.fault())));
            cases.add(bench -> attempt(
                    bench,
                    call + ": " + name + " always",
                    fault.apply(call.fault()).always()));
        });
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

    private void attempt(Bench bench, String name, Fault fault) {
        prepare.accept(bench.clean);
        Set<String> before = new HashSet<>(bench.leftovers());
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(name.matches(".*(no answer|slow body).*") ? IMPATIENT : PATIENT)) {
            act.accept(kws.node("kws1"));
            bench.cloud.clearFaults();
            report(name, check.apply(bench.clean));
            good.incrementAndGet();
        } catch (KwsException e) {
            bench.cloud.clearFaults();
            compare(bench, name, before, e);
        } catch (RuntimeException e) {
            untyped.incrementAndGet();
            report(name, "untyped " + e);
        }
        bench.cloud.clearFaults();
        bench.clean.buckets().deleteWithContents("box");
        report(name, bench.leftovers().isEmpty() ? "" : "after the deletion there is " + bench.leftovers());
    }

    private void compare(Bench bench, String name, Set<String> before, KwsException failure) {
        Set<String> unsaid = new HashSet<>(bench.leftovers());
        unsaid.removeAll(before);
        failure.receipt().entries(Outcome.LEFT).stream().map(ReceiptEntry::name).forEach(unsaid::remove);
        failure.receipt().entries(Outcome.CREATED).stream()
                .map(ReceiptEntry::name)
                .forEach(unsaid::remove);
        if (!unsaid.isEmpty()) {
            leaks.incrementAndGet();
            report(name, "there is " + unsaid + " after " + failure + "\n" + failure.receipt());
        }
        boolean isThere = bench.leftovers().contains("box/a");
        if (isThere) {
            report(name, checkAfterFailure.apply(bench.clean));
        } else if (before.contains("box/a")
                && checkAfterFailure.apply(bench.clean).equals("there is none")) {
            report(name, "the former object is gone after " + failure);
        }
    }

    private void report(String name, String problem) {
        if (!problem.isEmpty()) {
            problems.add(title + ", " + name + ": " + problem);
        }
    }

    /**
     * A kind of call that a use case makes.
     *
     * @param method the method
     * @param path a regular expression for the path
     */
    private record CallKind(String method, String path) {
        static CallKind of(Call call) {
            String path = call.path().replaceAll("[0-9a-f-]{32,36}|kws-[a-z2-7]{12}", "[^/]+");
            return new CallKind(call.method(), path);
        }

        Fault fault() {
            return Fault.on(method, "^" + path + "$");
        }
    }

    /** A cloud for one case at a time, and a client of it that no fault has met. */
    private static final class Bench implements AutoCloseable {
        final SandboxNode cloud;
        final Node clean;
        private final Sandbox sandbox = Sandbox.start("kws1");
        private final Kws cleanKws;

        Bench() {
            cloud = sandbox.node("kws1");
            cleanKws = connect(PATIENT);
            clean = cleanKws.node("kws1");
        }

        /** Returns a client that has to log in first. */
        Kws connect(Timeouts timeouts) {
            return SandboxNodes.connect(sandbox, Kws.builder().timeouts(timeouts));
        }

        List<String> leftovers() {
            return new ArrayList<>(cloud.leftovers().stream().map(Leftover::id).toList());
        }

        @Override
        public void close() {
            cleanKws.close();
            sandbox.close();
        }
    }
}
