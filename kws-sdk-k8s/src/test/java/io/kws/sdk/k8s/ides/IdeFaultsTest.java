package io.kws.sdk.k8s.ides;

import static io.kws.sdk.k8s.ides.Desk.CLAIM;
import static io.kws.sdk.k8s.ides.Desk.lab;
import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.TinyCluster.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each call of an open and a close with each fault: no file is lost, and nothing is left unsaid. */
class IdeFaultsTest {
    private static final List<Fault> FAULTS =
            List.of(Fault.status(500, "<html>oops</html>"), new Fault(0, "", Fault.Loss.ANSWER));

    private static final IdeSpec FIRST = lab().build();

    private final Desk desk = new Desk();
    private final TinyCluster cluster = desk.cluster;

    @AfterEach
    void close() {
        desk.close();
    }

    /** Judges how a use case ended. */
    private interface Judge {
        /** Returns whether all is as it should be. */
        boolean isFine(KwsException error);
    }

    /** Tries each call of a use case with each fault; returns what is wrong. */
    private List<String> tryAll(Runnable before, Runnable useCase, Judge afterFailure) {
        before.run();
        cluster.faults(number -> Fault.NONE);
        useCase.run();
        int calls = cluster.requests().size();
        List<String> done = cluster.keys();
        assertThat(calls).isGreaterThan(8);
        List<String> wrong = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            for (Fault fault : FAULTS) {
                cluster.reset();
                before.run();
                int faulty = call;
                cluster.faults(number -> number == faulty ? fault : Fault.NONE);
                String outcome = outcome(useCase, done, afterFailure);
                if (!outcome.isEmpty()) {
                    wrong.add("call " + call + " with " + fault + ": " + outcome + "\n" + cluster.keys());
                }
            }
        }
        return wrong;
    }

    /** The name of the Secret is another one each time. */
    private String outcome(Runnable useCase, List<String> done, Judge afterFailure) {
        try {
            useCase.run();
            return cluster.keys().size() == done.size() && cluster.keys().contains(CLAIM) ? "" : "done, but not so";
        } catch (KwsException e) {
            cluster.faults(number -> Fault.NONE);
            return cluster.keys().contains(CLAIM) && afterFailure.isFine(e) ? "" : e + "\n" + e.receipt();
        }
    }

    private boolean isAsBefore() {
        String rental = cluster.object(CLAIM).at("/metadata/labels/kws.rental").asText();
        return cluster.keys().equals(List.of(CLAIM))
                && rental.equals(FIRST.rentalId().value());
    }

    private void openAndClose() {
        desk.ides.open(FIRST);
        desk.ides.close("lab");
    }

    @Test
    void open_everyCallWithEveryFault_keepsTheWorkspaceAndLeavesNothingUnsaid() {
        assertThat(tryAll(
                        this::openAndClose,
                        () -> desk.ides.open(lab().build()),
                        error -> isAsBefore() || !error.receipt().isClean()))
                .isEmpty();
    }

    @Test
    void close_everyCallWithEveryFault_keepsTheWorkspaceAndCanBeDoneAgain() {
        assertThat(tryAll(() -> desk.ides.open(FIRST), () -> desk.ides.close("lab"), error -> {
                    desk.ides.close("lab");
                    return isAsBefore();
                }))
                .isEmpty();
    }
}
