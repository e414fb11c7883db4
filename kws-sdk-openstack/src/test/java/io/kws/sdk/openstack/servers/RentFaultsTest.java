package io.kws.sdk.openstack.servers;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.openstack.servers.FaultLab.Bench;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.Servers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Every call of a rent times every fault: each ends in the server or in a typed error, and what the cloud has afterwards
 * is what the receipt says; a release by the rental's ID then leaves nothing at all.
 */
class RentFaultsTest {
    private final FaultLab lab = new FaultLab(false);
    private final FaultLab.Calls calls = FaultLab.calls();

    @Test
    void rent_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls.rent()) {
            FaultLab.FAULTS.forEach((name, fault) -> {
                lab.add(bench -> rentWith(bench, call, name + " once", fault.apply(call.fault())));
                lab.add(bench -> rentWith(
                        bench, call, name + " always", fault.apply(call.fault()).always()));
            });
        }

        lab.run("rent");
    }

    @Test
    void rent_failsAndUndoingFails_saysWhatIsLeft() throws InterruptedException {
        for (CallKind call : calls.release()) {
            FaultLab.FAULTS.forEach((name, fault) -> {
                if (!call.deletesNothing(name)) {
                    lab.add(bench -> {
                        bench.cloud.failServers("No valid host was found. ");
                        rentWith(
                                bench,
                                call,
                                name + " while undoing",
                                fault.apply(call.fault()).always());
                    });
                }
            });
        }

        lab.run("rent undone");
    }

    @Test
    void rent_cancelledAfterAnyCall_leavesNothing() throws InterruptedException {
        calls.rent().forEach(call -> lab.add(bench -> cancelAfter(bench, call)));

        lab.run("rent cancelled");
    }

    @Test
    void rent_interruptedAfterAnyCall_isCancelledAndLeavesNothing() throws InterruptedException {
        calls.rent().forEach(call -> lab.add(bench -> interruptAfter(bench, call)));

        lab.run("rent interrupted");
    }

    private void rentWith(Bench bench, CallKind call, String name, Fault fault) {
        ServerSpec spec = FaultLab.spec();
        String title = call + ": " + name;
        bench.cloud.inject(fault);
        try (Kws kws = bench.connect(FaultLab.timeouts(name), done -> {})) {
            lab.compare(
                    bench,
                    title,
                    Outcome.CREATED,
                    node -> node.servers().rent(spec).receipt(),
                    kws);
        }
        lab.cleanUp(bench, title, spec);
    }

    private void cancelAfter(Bench bench, CallKind call) {
        ServerSpec spec = FaultLab.spec();
        AtomicReference<Operation<ServerRental>> running = new AtomicReference<>();
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
                        Operation<ServerRental> operation = node.servers().rentAsync(spec);
                        running.set(operation);
                        return operation.await().receipt();
                    },
                    kws);
        }
        lab.cleanUp(bench, call + ": cancel", spec);
    }

    private void interruptAfter(Bench bench, CallKind call) {
        ServerSpec spec = FaultLab.spec();
        String title = call + ": interrupt";
        Thread renting = Thread.currentThread();
        try (Kws kws = bench.connect(FaultLab.timeouts(""), done -> {
            if (call.is(done)) {
                renting.interrupt();
            }
        })) {
            lab.compare(bench, title, Outcome.CREATED, node -> interrupted(node.servers(), spec, title), kws);
        }
        lab.cleanUp(bench, title, spec);
    }

    /** The last call may be over before the interrupt is noticed: then the server is there. */
    private Receipt interrupted(Servers servers, ServerSpec spec, String title) {
        try {
            return servers.rent(spec).receipt();
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
