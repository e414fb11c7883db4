package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.openstack.faults.FaultLab.Bench;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Every call of a making times every fault: each ends in the thing or in a typed error, and what the cloud has afterwards
 * is what the receipt says; a removal by the rental's ID then leaves nothing at all.
 */
public abstract class MakeFaults {
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Subject subject;
    private final FaultLab lab;
    private final FaultLab.Calls calls;

    /** Makes the trials of a subject. */
    protected MakeFaults(Subject subject) {
        this.subject = subject;
        this.lab = new FaultLab(subject, List.of());
        this.calls = FaultLab.calls(subject);
    }

    @Test
    void make_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls.make()) {
            FaultLab.FAULTS.forEach((name, fault) -> {
                lab.add(bench -> makeWith(bench, call, name + " once", fault.apply(call.fault())));
                lab.add(bench -> makeWith(
                        bench, call, name + " always", fault.apply(call.fault()).always()));
            });
        }

        lab.run("make " + subject.kind());
    }

    @Test
    void make_failsAndUndoingFails_saysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls.remove()) {
            FaultLab.FAULTS.forEach((name, fault) -> {
                if (!call.deletesNothing(name)) {
                    lab.add(bench -> {
                        subject.breakCloud(bench.cloud);
                        makeWith(
                                bench,
                                call,
                                name + " while undoing",
                                fault.apply(call.fault()).always());
                    });
                }
            });
        }

        lab.run("undo " + subject.kind());
    }

    @Test
    void make_cancelledAfterAnyCall_leavesNothing() throws InterruptedException {
        calls.make().forEach(call -> lab.add(bench -> cancelAfter(bench, call)));

        lab.run("cancel " + subject.kind());
    }

    @Test
    void make_interruptedAfterAnyCall_isCancelledAndLeavesNothing() throws InterruptedException {
        calls.make().forEach(call -> lab.add(bench -> interruptAfter(bench, call)));

        lab.run("interrupt " + subject.kind());
    }

    private void makeWith(Bench bench, CallKind call, String name, Fault fault) {
        RentalId rental = RentalId.random();
        String title = call + ": " + name;
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(FaultLab.timeouts(name), done -> {})) {
            lab.compare(bench, title, Outcome.CREATED, node -> makeWith(bench, call, name, node, rental), kws);
        }
        lab.cleanUp(bench, title, rental);
    }

    /** Who is told that what he deletes is not there any more believes it, and is right a moment later. */
    private Receipt makeWith(Bench bench, CallKind call, String name, Node node, RentalId rental) {
        try {
            return subject.make(node, rental);
        } finally {
            if (call.findsNothing(name)) {
                bench.cloud.runAhead(A_MOMENT);
            }
        }
    }

    private void cancelAfter(Bench bench, CallKind call) {
        RentalId rental = RentalId.random();
        AtomicReference<Operation<?>> running = new AtomicReference<>();
        try (Kws kws = bench.connect(FaultLab.timeouts(""), done -> {
            if (call.is(done)) {
                Optional.ofNullable(running.get()).ifPresent(Operation::cancel);
            }
        })) {
            lab.compare(
                    bench,
                    call + ": cancel",
                    Outcome.CREATED,
                    node -> {
                        Subject.Making<?> making = subject.begin(node, rental);
                        running.set(making.operation());
                        return making.await();
                    },
                    kws);
        }
        lab.cleanUp(bench, call + ": cancel", rental);
    }

    private void interruptAfter(Bench bench, CallKind call) {
        RentalId rental = RentalId.random();
        String title = call + ": interrupt";
        Thread making = Thread.currentThread();
        try (Kws kws = bench.connect(FaultLab.timeouts(""), done -> {
            if (call.is(done)) {
                making.interrupt();
            }
        })) {
            lab.compare(bench, title, Outcome.CREATED, node -> interrupted(node, rental, title), kws);
        }
        lab.cleanUp(bench, title, rental);
    }

    /** The last call may be over before the interrupt is noticed: then the thing is there. */
    private Receipt interrupted(Node node, RentalId rental, String title) {
        try {
            return subject.make(node, rental);
        } catch (CancelledException e) {
            if (!e.receipt().isClean()) {
                lab.problem(title + ": left something behind: " + e.receipt());
            }
            throw e;
        } finally {
            if (!Thread.interrupted()) {
                lab.problem(title + ": the interrupt was lost");
            }
        }
    }
}
