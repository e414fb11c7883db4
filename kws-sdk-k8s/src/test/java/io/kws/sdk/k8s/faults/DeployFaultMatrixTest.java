package io.kws.sdk.k8s.faults;

import io.kws.sdk.Node;
import io.kws.sdk.Secret;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.k8s.faults.FaultLab.Bench;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Every call of a deploy and of a redeploy times every fault: each ends in the app or in a typed error, and what the
 * cluster has afterwards is what the receipt says; a removal by the rental's ID then leaves nothing at all.
 */
class DeployFaultMatrixTest {
    private static final AppChange CHANGE = AppChange.builder()
            .image("kws/web:2")
            .secrets(Map.of("PASSWORD", Secret.of("battery staple")))
            .build();

    /** What waits for what never comes need not wait for long. */
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private final FaultLab lab = new FaultLab();

    private static Receipt deploy(Node node, Duration readyWithin, RentalId rental) {
        return node.apps().deploy(FaultLab.app(rental, readyWithin)).receipt();
    }

    /** A redeploy is given minutes, so one that waits for what never comes is cancelled. */
    private static Receipt redeploy(Node node) {
        Operation<App> operation = node.apps().redeployAsync(FaultLab.NAME, CHANGE);
        CompletableFuture.delayedExecutor(SHORT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(operation::cancel);
        App unused = operation.await();
        return Receipt.empty();
    }

    @Test
    void deploy_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        FaultLab.calls(node -> {}, node -> deploy(node, FaultLab.LONG, RentalId.random()))
                .forEach(call -> FaultLab.faults().forEach((name, fault) -> {
                    Fault once = fault.apply(call.fault());
                    lab.add(bench -> deployWith(bench, name + " once to " + call, once));
                    lab.add(bench -> deployWith(bench, name + " always to " + call, once.always()));
                }));

        lab.run("deploy");
    }

    private void deployWith(Bench bench, String name, Fault fault) {
        RentalId rental = RentalId.random();
        bench.cluster.inject(fault);
        boolean unused = lab.compare(bench, name, List.of(), node -> deploy(node, SHORT, rental));
        lab.cleanUp(bench, name, rental);
    }

    @Test
    void redeploy_anyCallFailsOnceOrAlways_endsInOneOfTheTwoVersions() throws InterruptedException {
        FaultLab.calls(node -> deploy(node, FaultLab.LONG, RentalId.random()), DeployFaultMatrixTest::redeploy)
                .forEach(call -> FaultLab.faults().forEach((name, fault) -> {
                    Fault once = fault.apply(call.fault());
                    lab.add(bench -> redeployWith(bench, name + " once to " + call, once));
                    lab.add(bench -> redeployWith(bench, name + " always to " + call, once.always()));
                }));

        lab.run("redeploy");
    }

    private void redeployWith(Bench bench, String name, Fault fault) {
        RentalId rental = RentalId.random();
        AppRental unused = bench.deploy(rental);
        List<String> there = bench.leftovers();
        bench.cluster.inject(fault);
        boolean isDone = lab.compare(bench, name, with(there, "replicaset", "pod"), DeployFaultMatrixTest::redeploy);
        bench.cluster.clearFaults();
        String image = bench.clean.apps().get(FaultLab.NAME).image();
        if (isDone && !image.equals("kws/web:2")) {
            lab.problem(name + ": it succeeded, but the image is still " + image);
        }
        lab.cleanUp(bench, name, rental);
    }

    /** A former version stays without Pods, and one that ends may still be seen. */
    private static List<String> with(List<String> kinds, String... more) {
        List<String> all = new ArrayList<>(kinds);
        all.addAll(List.of(more));
        return all;
    }
}
