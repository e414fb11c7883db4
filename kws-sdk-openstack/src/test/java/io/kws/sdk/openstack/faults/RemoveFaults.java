package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.faults.FaultLab;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every call of a removal times every fault: each ends with nothing left, or in a typed error whose receipt names what is,
 * a thing that cannot be deleted for all that belongs to it; a repeated removal by the rental's ID then leaves nothing.
 */
public abstract class RemoveFaults {
    private final FaultLab<Bench> lab = Bench.lab();
    private final Subject subject;
    private final Comparison comparison;
    private final List<CallKind> calls;

    /** Makes the trials of a subject. */
    protected RemoveFaults(Subject subject) {
        this.subject = subject;
        this.comparison = new Comparison(subject, subject.parts());
        this.calls = comparison.calls().remove();
    }

    @Test
    void remove_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls) {
            for (Mishap mishap : Mishap.all(subject.refusals())) {
                if (!call.deletesNothing(mishap) && !call.findsNothing(mishap)) {
                    String title = call + ": " + mishap.name();
                    lab.add(
                            Patience.with(mishap),
                            (bench, attempt) ->
                                    removeWith(bench, title + " once", mishap.to(call.fault(), attempt), attempt));
                    lab.add(
                            Patience.with(mishap),
                            (bench, attempt) -> removeWith(
                                    bench,
                                    title + " always",
                                    mishap.to(call.fault(), attempt).always(),
                                    attempt));
                }
            }
        }

        lab.run("remove " + subject.kind());
    }

    @Test
    void remove_interruptedAfterAnyCall_isCancelledAndCanBeRepeated() throws InterruptedException {
        calls.forEach(call -> lab.add(Patience.ENOUGH, (bench, attempt) -> interruptAfter(bench, call, attempt)));

        lab.run("interrupt removal of " + subject.kind());
    }

    private void removeWith(Bench bench, String title, Fault fault, Duration attempt) {
        RentalId rental = RentalId.random();
        subject.make(bench.clean, rental);
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(attempt, done -> {})) {
            comparison.compare(bench, title, Outcome.LEFT, node -> subject.remove(node, Subject.NAME), kws);
        }
        comparison.cleanUp(bench, title, rental);
    }

    private void interruptAfter(Bench bench, CallKind call, Duration attempt) {
        RentalId rental = RentalId.random();
        subject.make(bench.clean, rental);
        String title = call + ": interrupt";
        Thread removing = Thread.currentThread();
        try (Kws kws = bench.connect(attempt, call.afterwards(removing::interrupt))) {
            remove(bench, kws, title);
        }
        comparison.cleanUp(bench, title, rental);
    }

    /** The last call may be over before the interrupt is noticed: then all is gone. */
    private void remove(Bench bench, Kws kws, String title) {
        try {
            Receipt receipt = subject.remove(kws.node("kws1"), Subject.NAME);
            if (!receipt.isClean() || !Comparison.leftovers(bench).isEmpty()) {
                bench.problem(title + ": there is still " + Comparison.leftovers(bench));
            }
        } catch (CancelledException e) {
            return; // as it must
        } finally {
            if (!Thread.interrupted()) {
                bench.problem(title + ": the interrupt was lost");
            }
        }
    }
}
