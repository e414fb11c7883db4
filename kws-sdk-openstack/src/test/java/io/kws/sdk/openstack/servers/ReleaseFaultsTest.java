package io.kws.sdk.openstack.servers;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.openstack.servers.FaultLab.Bench;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every call of a release times every fault: each ends with nothing left, or in a typed error whose receipt names what is,
 * a server that cannot be deleted for all that belongs to it; a repeated release by the rental's ID then leaves nothing.
 */
class ReleaseFaultsTest {
    private final FaultLab lab = new FaultLab(true);
    private final List<CallKind> calls = FaultLab.calls().release();

    @Test
    void release_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls) {
            FaultLab.FAULTS.forEach((name, fault) -> {
                if (!call.deletesNothing(name) && !call.findsNothing(name)) {
                    lab.add(bench -> releaseWith(bench, call, name + " once", fault.apply(call.fault())));
                    lab.add(bench -> releaseWith(
                            bench,
                            call,
                            name + " always",
                            fault.apply(call.fault()).always()));
                }
            });
        }

        lab.run("release");
    }

    @Test
    void release_interruptedAfterAnyCall_isCancelledAndCanBeRepeated() throws InterruptedException {
        calls.forEach(call -> lab.add(bench -> interruptAfter(bench, call)));

        lab.run("release interrupted");
    }

    private void releaseWith(Bench bench, CallKind call, String name, Fault fault) {
        ServerSpec spec = FaultLab.spec();
        bench.clean.servers().rent(spec);
        String title = call + ": " + name;
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(FaultLab.timeouts(name), done -> {})) {
            lab.compare(bench, title, Outcome.LEFT, node -> node.servers().release(spec.name()), kws);
        }
        lab.cleanUp(bench, title, spec);
    }

    private void interruptAfter(Bench bench, CallKind call) {
        ServerSpec spec = FaultLab.spec();
        bench.clean.servers().rent(spec);
        String title = call + ": interrupt";
        Thread releasing = Thread.currentThread();
        try (Kws kws = bench.connect(FaultLab.timeouts(""), done -> {
            if (call.is(done)) {
                releasing.interrupt();
            }
        })) {
            release(bench, kws, spec, title);
        }
        lab.cleanUp(bench, title, spec);
    }

    /** The last call may be over before the interrupt is noticed: then all is gone. */
    private void release(Bench bench, Kws kws, ServerSpec spec, String title) {
        try {
            Receipt receipt = kws.node("kws1").servers().release(spec.name());
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
