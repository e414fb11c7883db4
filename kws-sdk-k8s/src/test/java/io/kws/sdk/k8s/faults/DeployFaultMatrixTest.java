package io.kws.sdk.k8s.faults;

import io.kws.sdk.Node;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.faults.Eavesdropper;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
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
            .secrets(Map.of("PASSWORD", Secret.of(Eavesdropper.SECRET + " anew")))
            .build();

    /** A time in which an app is ready for certain. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Trials trials = new Trials();

    private static void deploy(Node node, RentalId rental, Duration readyWithin) {
        var unused = node.apps()
                .deploy(AppSpec.builder()
                        .name(Bench.NAME)
                        .image("kws/web:1")
                        .port(8080)
                        .rentalId(rental)
                        .imagePullSecret(Bench.PULL_SECRET)
                        .secrets(Map.of("PASSWORD", Secret.of(Eavesdropper.SECRET)))
                        .readyWhen(AppReadiness.url())
                        .readyWithin(readyWithin)
                        .build());
    }

    /** A redeploy is given minutes, so one that waits for what never comes is cancelled. */
    private static void redeploy(Node node, Duration timeAllowed) {
        Operation<App> operation = node.apps().redeployAsync(Bench.NAME, CHANGE);
        CompletableFuture.delayedExecutor(timeAllowed.toMillis(), TimeUnit.MILLISECONDS)
                .execute(operation::cancel);
        App unused = operation.await();
    }

    @Test
    void deploy_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        List<CallKind> calls = CallKind.of(node -> {}, node -> deploy(node, RentalId.random(), LONG));
        trials.add(FaultCase.once(calls), this::deployWith);
        trials.add(FaultCase.always(calls), this::deployWith);

        trials.run("deploy", 100);
    }

    private void deployWith(Bench bench, FaultCase one) {
        RentalId rental = RentalId.random();
        Trials.compare(bench, one, List.of(), node -> deploy(node, rental, one.timeAllowed()));
        Trials.cleanUp(bench, one, node -> node.apps().delete(rental.value()));
    }

    @Test
    void redeploy_anyCallFailsOnceOrAlways_endsInOneOfTheTwoVersions() throws InterruptedException {
        List<CallKind> calls = CallKind.of(node -> deploy(node, RentalId.random(), LONG), node -> redeploy(node, LONG));
        trials.add(FaultCase.once(calls), this::redeployWith);
        trials.add(FaultCase.always(calls), this::redeployWith);

        trials.run("redeploy", 100);
    }

    private void redeployWith(Bench bench, FaultCase one) {
        RentalId rental = RentalId.random();
        deploy(bench.clean, rental, LONG);
        List<String> there = bench.leftovers();
        boolean isDone =
                Trials.compare(bench, one, with(there, "replicaset", "pod"), node -> redeploy(node, one.timeAllowed()));
        String image = bench.clean.apps().get(Bench.NAME).image();
        if (isDone && !image.equals("kws/web:2")) {
            bench.problem(one.name() + ": it succeeded, but the image is still " + image);
        }
        Trials.cleanUp(bench, one, node -> node.apps().delete(rental.value()));
    }

    /** A former version stays without Pods, and one that ends may still be seen. */
    private static List<String> with(List<String> kinds, String... more) {
        List<String> all = new ArrayList<>(kinds);
        all.addAll(List.of(more));
        return all;
    }
}
