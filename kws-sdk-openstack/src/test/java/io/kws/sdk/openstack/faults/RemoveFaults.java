package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.openstack.faults.FaultLab.Bench;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every call of a removal times every fault: each ends with nothing left, or in a typed error whose receipt names what is,
 * a thing that cannot be deleted for all that belongs to it; a repeated removal by the rental's ID then leaves nothing.
 */
public abstract class RemoveFaults {
    private final Subject subject;
    private final FaultLab lab;
    private final List<CallKind> calls;

    /** Makes the trials of a subject. */
    protected RemoveFaults(Subject subject) {
        this.subject = subject;
        this.lab = new FaultLab(subject, subject.parts());
        this.calls = FaultLab.calls(subject).remove();
    }

    @Test
    void remove_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls) {
            FaultLab.FAULTS.forEach((name, fault) -> {
                if (!call.deletesNothing(name) && !call.findsNothing(name)) {
                    lab.add(bench -> removeWith(bench, call, name + " once", fault.apply(call.fault())));
                    lab.add(bench -> removeWith(
                            bench,
                            call,
                            name + " always",
                            fault.apply(call.fault()).always()));
                }
            });
        }

        lab.run("remove " + subject.kind());
    }

    @Test
    void remove_interruptedAfterAnyCall_isCancelledAndCanBeRepeated() throws InterruptedException {
        calls.forEach(call -> lab.add(bench -> interruptAfter(bench, call)));

        lab.run("interrupt removal of " + subject.kind());
    }

    private void removeWith(Bench bench, CallKind call, String name, Fault fault) {
        RentalId rental = RentalId.random();
        subject.make(bench.clean, rental);
        String title = call + ": " + name;
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(FaultLab.timeouts(name), done -> {})) {
            lab.compare(bench, title, Outcome.LEFT, node -> subject.remove(node, Subject.NAME), kws);
        }
        lab.cleanUp(bench, title, rental);
    }

    private void interruptAfter(Bench bench, CallKind call) {
        RentalId rental = RentalId.random();
        subject.make(bench.clean, rental);
        String title = call + ": interrupt";
        Thread removing = Thread.currentThread();
        try (Kws kws = bench.connect(FaultLab.timeouts(""), done -> {
            if (call.is(done)) {
                removing.interrupt();
            }
        })) {
            remove(bench, kws, title);
        }
        lab.cleanUp(bench, title, rental);
    }

    /** The last call may be over before the interrupt is noticed: then all is gone. */
    private void remove(Bench bench, Kws kws, String title) {
        try {
            Receipt receipt = subject.remove(kws.node("kws1"), Subject.NAME);
            if (!receipt.isClean() || !bench.leftovers().isEmpty()) {
                lab.problem(title + ": there is still " + bench.leftovers());
            }
        } catch (CancelledException e) {
            return; // as it must
        } finally {
            if (!Thread.interrupted()) {
                lab.problem(title + ": the interrupt was lost");
            }
        }
    }
}
