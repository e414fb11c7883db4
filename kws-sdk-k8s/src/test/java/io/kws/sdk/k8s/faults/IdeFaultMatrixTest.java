package io.kws.sdk.k8s.faults;

import io.kws.sdk.Node;
import io.kws.sdk.faults.Eavesdropper;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every call of an IDE's use cases times every fault: each ends as asked or in a typed error; what the cluster has then is
 * what the receipt says; no file is lost that was there before; and done again without a fault, it leaves nothing else.
 */
class IdeFaultMatrixTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> WORKSPACE = List.of("persistentvolume", "persistentvolumeclaim");

    private final Trials trials = new Trials();

    private static void open(Node node, RentalId rental, Duration readyWithin) {
        var unused = node.ides()
                .open(IdeSpec.builder()
                        .name(Bench.NAME)
                        .rentalId(rental)
                        .password(Secret.of(Eavesdropper.SECRET))
                        .imagePullSecret(Bench.PULL_SECRET)
                        .readyWithin(readyWithin)
                        .build());
    }

    private static void openAndClose(Node node, RentalId rental) {
        open(node, rental, LONG);
        close(node);
    }

    private static void close(Node node) {
        close(node, Bench.NAME);
    }

    private static void close(Node node, String nameOrRental) {
        var unused = node.ides().close(nameOrRental);
    }

    private static void delete(Node node, String nameOrRental) {
        var unused = node.ides().delete(nameOrRental, WorkspaceEnd.DELETE);
    }

    private static boolean isRentedAs(Bench bench, RentalId rental) {
        return bench.clean
                .ides()
                .find(Bench.NAME)
                .flatMap(Ide::rental)
                .map(Rental::id)
                .filter(rental::equals)
                .isPresent();
    }

    @Test
    void open_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        List<CallKind> calls = CallKind.of(node -> {}, node -> open(node, RentalId.random(), LONG));
        trials.add(FaultCase.once(calls), this::openWith);
        trials.add(FaultCase.always(calls), this::openWith);

        trials.run("open", 100);
    }

    private void openWith(Bench bench, FaultCase one) {
        RentalId rental = RentalId.random();
        Trials.compare(bench, one, List.of(), node -> open(node, rental, one.timeAllowed()));
        Trials.cleanUp(bench, one, node -> delete(node, rental.value()));
    }

    @Test
    void open_closedBeforeAndAnyCallFails_keepsTheWorkspaceOfItsRental() throws InterruptedException {
        List<CallKind> calls =
                CallKind.of(node -> openAndClose(node, RentalId.random()), node -> open(node, RentalId.random(), LONG));
        trials.add(FaultCase.some(calls), this::openAgainWith);

        trials.run("open again", 80);
    }

    private void openAgainWith(Bench bench, FaultCase one) {
        RentalId former = RentalId.random();
        RentalId rental = RentalId.random();
        openAndClose(bench.clean, former);
        boolean isDone = Trials.compare(
                bench,
                one,
                WORKSPACE,
                node -> open(node, rental, one.timeAllowed()),
                error -> !error.receipt().isClean() || isRentedAs(bench, former));
        if (isDone && !isRentedAs(bench, former)) {
            bench.problem(one.name() + ": it succeeded, but is rented otherwise");
        }
        close(bench.clean, former.value());
        Trials.expect(bench, one, WORKSPACE);
        Trials.cleanUp(bench, one, node -> delete(node, Bench.NAME));
    }

    @Test
    void close_anyCallFails_keepsTheWorkspaceAndCanBeDoneAgain() throws InterruptedException {
        List<CallKind> calls = CallKind.of(node -> open(node, RentalId.random(), LONG), IdeFaultMatrixTest::close);
        trials.add(FaultCase.someTrue(calls), this::closeWith);

        trials.run("close", 80);
    }

    private void closeWith(Bench bench, FaultCase one) {
        RentalId rental = RentalId.random();
        open(bench.clean, rental, LONG);
        boolean isDone = Trials.compare(bench, one, bench.leftovers(), IdeFaultMatrixTest::close);
        if (!isDone) {
            close(bench.clean);
        }
        Trials.expect(bench, one, WORKSPACE);
        if (!isRentedAs(bench, rental)) {
            bench.problem(one.name() + ": the workspace has lost its rental");
        }
        Trials.cleanUp(bench, one, node -> delete(node, rental.value()));
    }

    @Test
    void delete_anyCallFails_saysWhatIsLeftAndCanBeDoneAgain() throws InterruptedException {
        List<CallKind> calls =
                CallKind.of(node -> open(node, RentalId.random(), LONG), node -> delete(node, Bench.NAME));
        trials.add(FaultCase.someTrue(calls), this::deleteWith);

        trials.run("delete", 100);
    }

    private void deleteWith(Bench bench, FaultCase one) {
        RentalId rental = RentalId.random();
        open(bench.clean, rental, LONG);
        boolean isDone = Trials.compare(bench, one, bench.leftovers(), node -> delete(node, Bench.NAME));
        if (isDone) {
            Trials.expect(bench, one, List.of());
        }
        Trials.cleanUp(bench, one, node -> delete(node, rental.value()));
    }
}
