package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.faults.FaultLab;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every call of a change times every fault, an interrupt and a cancel: each ends well or in a typed error; what is there
 * then that was not before is what the receipt says; and it can be cleaned up, so that nothing is left.
 */
public final class ChangeFaults {
    private final FaultLab<Bench> lab = Bench.lab();
    private final Change change;

    /** Makes the trials of a change. */
    public ChangeFaults(Change change) {
        this.change = change;
    }

    /** Tries it whole and under all faults. */
    public void run() throws InterruptedException {
        calls().forEach(this::plan);
        lab.run(change.title());
    }

    /** Returns what the change calls, each kind of call once; the login is for others to try. */
    private List<CallKind> calls() {
        try (Bench bench = new Bench();
                Kws fresh = bench.connect(Patience.LONG, call -> {})) {
            change.prepare(bench.clean);
            bench.cloud.clearCalls();
            change.act(fresh);
            return bench.callKinds().stream().filter(call -> !call.isLogin()).toList();
        }
    }

    private void plan(CallKind call) {
        for (Mishap mishap : Mishap.all(change.refusals())) {
            if (!change.believesNotFound() || !mishap.isNotFound()) {
                String title = call + ": " + mishap.name();
                lab.add(
                        Patience.with(mishap),
                        (bench, attempt) -> actWith(bench, title + " once", mishap.to(call.fault(), attempt), attempt));
                lab.add(
                        Patience.with(mishap),
                        (bench, attempt) -> actWith(
                                bench,
                                title + " always",
                                mishap.to(call.fault(), attempt).always(),
                                attempt));
            }
        }
        lab.add(Patience.ENOUGH, (bench, attempt) -> interruptAfter(bench, call, attempt));
        lab.add(Patience.ENOUGH, (bench, attempt) -> closeAfter(bench, call, attempt));
        if (change instanceof BackgroundChange background) {
            lab.add(Patience.ENOUGH, (bench, attempt) -> cancelAfter(bench, background, call, attempt));
        }
    }

    private void actWith(Bench bench, String title, Fault fault, Duration attempt) {
        attempt(bench, title, () -> {
            bench.cloud.inject(fault);
            try (Kws kws = bench.connect(attempt, done -> {})) {
                change.act(kws);
            } finally {
                bench.cloud.clearFaults();
            }
        });
    }

    private void interruptAfter(Bench bench, CallKind call, Duration attempt) {
        String title = call + ": interrupt";
        Thread acting = Thread.currentThread();
        attempt(bench, title, () -> {
            try (Kws kws = bench.connect(attempt, call.afterwards(acting::interrupt))) {
                change.act(kws);
            } finally {
                if (!Thread.interrupted()) {
                    bench.problem(title + ": the interrupt was lost");
                }
            }
        });
    }

    private void closeAfter(Bench bench, CallKind call, Duration attempt) {
        attempt(bench, call + ": close", () -> {
            try (ClosedAfter closed = new ClosedAfter(bench, call, attempt)) {
                change.act(closed.kws());
            }
        });
    }

    private void cancelAfter(Bench bench, BackgroundChange background, CallKind call, Duration attempt) {
        CompletableFuture<Operation<?>> running = new CompletableFuture<>();
        attempt(bench, call + ": cancel", () -> {
            try (Kws kws =
                    bench.connect(attempt, call.afterwards(() -> running.join().cancel()))) {
                running.complete(background.begin(kws.node("kws1")));
                running.join().await();
            }
        });
    }

    private void attempt(Bench bench, String title, Runnable act) {
        change.prepare(bench.clean);
        Set<String> before = ids(bench.leftovers());
        try {
            act.run();
            bench.succeeded();
            report(bench, title, change.flaw(bench.clean));
        } catch (KwsException e) {
            bench.failed(e);
            compare(bench, title + " (" + e.getMessage() + ")", before, e.receipt());
            report(bench, title, change.flawAfterFailure(bench.cleanKws));
        } catch (RuntimeException e) {
            bench.untyped(title, e);
        }
        change.clean(bench.clean);
        report(bench, title, bench.leftovers().isEmpty() ? "" : "in the end there is " + bench.leftovers());
    }

    private static void compare(Bench bench, String title, Set<String> before, Receipt receipt) {
        Set<String> said = receipt.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.LEFT || entry.outcome() == Outcome.CREATED)
                .flatMap(entry -> Stream.of(entry.id(), entry.name()))
                .collect(Collectors.toSet());
        List<Leftover> unsaid = bench.leftovers().stream()
                .filter(leftover -> !before.contains(leftover.id()))
                .filter(leftover -> !said.contains(leftover.id()) && !said.contains(leftover.name()))
                .toList();
        if (!unsaid.isEmpty()) {
            bench.leak(title + ": there is " + unsaid + "\n" + receipt);
        }
    }

    private static Set<String> ids(List<Leftover> leftovers) {
        return leftovers.stream().map(Leftover::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static void report(Bench bench, String title, String problem) {
        if (!problem.isEmpty()) {
            bench.problem(title + ": " + problem);
        }
    }
}
