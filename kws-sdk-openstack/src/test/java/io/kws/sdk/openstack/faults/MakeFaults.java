package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.faults.FaultLab;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Every call of a making times every fault: each ends in the thing or in a typed error, and what the cloud has afterwards
 * is what the receipt says; a removal by the rental's ID then leaves nothing at all.
 */
public abstract class MakeFaults {
    private final FaultLab<Bench> lab = Bench.lab();
    private final Subject subject;
    private final Comparison comparison;
    private final Comparison.Calls calls;

    /** Makes the trials of a subject. */
    protected MakeFaults(Subject subject) {
        this.subject = subject;
        this.comparison = new Comparison(subject, List.of());
        this.calls = comparison.calls();
    }

    @Test
    void make_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls.make()) {
            for (Mishap mishap : Mishap.all(subject.refusals())) {
                String title = call + ": " + mishap.name();
                lab.add(
                        Patience.with(mishap),
                        (bench, attempt) ->
                                makeWith(bench, title + " once", mishap.to(call.fault(), attempt), attempt));
                lab.add(
                        Patience.with(mishap),
                        (bench, attempt) -> makeWith(
                                bench,
                                title + " always",
                                mishap.to(call.fault(), attempt).always(),
                                attempt));
            }
        }

        lab.run("make " + subject.kind());
    }

    @Test
    void make_failsAndUndoingFails_saysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls.remove()) {
            for (Mishap mishap : Mishap.all(subject.refusals())) {
                if (!call.deletesNothing(mishap)) {
                    lab.add(Patience.with(mishap), (bench, attempt) -> {
                        subject.breakCloud(bench.cloud);
                        String title = call + ": " + mishap.name() + " while undoing";
                        makeWith(bench, title, mishap.to(call.fault(), attempt).always(), attempt);
                    });
                }
            }
        }

        lab.run("undo " + subject.kind());
    }

    @Test
    void make_cancelledAfterAnyCall_leavesNothing() throws InterruptedException {
        for (CallKind call : calls.make()) {
            lab.add(Patience.ENOUGH, (bench, attempt) -> closeAfter(bench, call, attempt));
            if (subject instanceof BackgroundSubject background) {
                lab.add(Patience.ENOUGH, (bench, attempt) -> cancelAfter(bench, background, call, attempt));
            }
        }

        lab.run("cancel " + subject.kind());
    }

    @Test
    void make_interruptedAfterAnyCall_isCancelledAndLeavesNothing() throws InterruptedException {
        calls.make()
                .forEach(call -> lab.add(Patience.ENOUGH, (bench, attempt) -> interruptAfter(bench, call, attempt)));

        lab.run("interrupt " + subject.kind());
    }

    private void makeWith(Bench bench, String title, Fault fault, Duration attempt) {
        RentalId rental = RentalId.random();
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(attempt, done -> {})) {
            comparison.compare(bench, title, Outcome.CREATED, node -> subject.make(node, rental), kws);
        }
        comparison.cleanUp(bench, title, rental);
    }

    private void closeAfter(Bench bench, CallKind call, Duration attempt) {
        RentalId rental = RentalId.random();
        String title = call + ": close";
        try (ClosedAfter closed = new ClosedAfter(bench, call, attempt)) {
            comparison.compare(bench, title, Outcome.CREATED, node -> subject.make(node, rental), closed.kws());
        }
        comparison.cleanUp(bench, title, rental);
    }

    private void cancelAfter(Bench bench, BackgroundSubject background, CallKind call, Duration attempt) {
        RentalId rental = RentalId.random();
        String title = call + ": cancel";
        CompletableFuture<Operation<?>> running = new CompletableFuture<>();
        try (Kws kws =
                bench.connect(attempt, call.afterwards(() -> running.join().cancel()))) {
            comparison.compare(
                    bench,
                    title,
                    Outcome.CREATED,
                    node -> {
                        BackgroundSubject.Making<?> making = background.begin(node, rental);
                        running.complete(making.operation());
                        return making.await();
                    },
                    kws);
        }
        comparison.cleanUp(bench, title, rental);
    }

    private void interruptAfter(Bench bench, CallKind call, Duration attempt) {
        RentalId rental = RentalId.random();
        String title = call + ": interrupt";
        Thread making = Thread.currentThread();
        try (Kws kws = bench.connect(attempt, call.afterwards(making::interrupt))) {
            comparison.compare(bench, title, Outcome.CREATED, node -> interrupted(bench, node, rental, title), kws);
        }
        comparison.cleanUp(bench, title, rental);
    }

    /** The last call may be over before the interrupt is noticed: then the thing is there. */
    private Receipt interrupted(Bench bench, Node node, RentalId rental, String title) {
        try {
            return subject.make(node, rental);
        } catch (CancelledException e) {
            if (!e.receipt().isClean()) {
                bench.problem(title + ": left something behind: " + e.receipt());
            }
            throw e;
        } finally {
            if (!Thread.interrupted()) {
                bench.problem(title + ": the interrupt was lost");
            }
        }
    }
}
