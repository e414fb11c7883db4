package io.kws.sdk.openstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.faults.FaultLab;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Mishap;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The first of two nodes fails in each way at each call that makes or changes something: the second has the server then,
 * or an error says why not; there are never two, and what is left on the first is on the receipt.
 */
class PlacementFaultsTest {
    private static final List<Integer> REFUSALS = List.of(400, 403, 404, 409, 413, 500, 503);
    private static final int CLOUDS = 4;

    private final FaultLab<TwoNodes> lab = new FaultLab<>(CLOUDS, TwoNodes::new);
    private final AtomicInteger onSecond = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private static ServerSpec spec(RentalId rental) {
        return ServerSpec.builder()
                .name("web-1")
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .reachableOn(Port.SSH)
                .readyWithin(Duration.ofSeconds(20))
                .rentalId(rental)
                .build();
    }

    private static ServerRental rent(Kws kws, RentalId rental) {
        return kws.fleet().rent(spec(rental), Placement.firstOf("kws1", "kws2"));
    }

    @Test
    void rent_firstNodeFailsAtAnyCall_neverMakesTwoAndSaysWhatIsLeft() throws InterruptedException {
        List<CallKind> calls = calls();
        for (CallKind call : calls) {
            for (Mishap mishap : Mishap.all(REFUSALS)) {
                if (!mishap.isOfTime()) { // what is a matter of time is for the rent's own trials
                    lab.add(Patience.ENOUGH, (bench, attempt) -> rentWith(bench, call, mishap));
                }
            }
        }

        lab.run("rent anywhere");

        assertThat(calls).hasSizeGreaterThan(4);
        assertThat(onSecond.get()).isGreaterThan(refused.get());
    }

    /** Returns the calls by which a rent makes or changes something; the others are met by the look at the nodes first. */
    private static List<CallKind> calls() {
        try (TwoNodes bench = new TwoNodes()) {
            rent(bench.clean, RentalId.random());
            return bench.first.calls().stream()
                    .map(CallKind::of)
                    .distinct()
                    .filter(call -> !call.method().equals("GET") && !call.isLogin())
                    .toList();
        }
    }

    private void rentWith(TwoNodes bench, CallKind call, Mishap mishap) {
        RentalId rental = RentalId.random();
        String title = call + ": " + mishap.name();
        bench.first.inject(mishap.to(call.fault(), Patience.LONG).always());
        try (Kws kws = bench.connect(Patience.LONG)) {
            ServerRental made = rent(kws, rental);
            bench.succeeded();
            look(bench, title, made);
            compare(bench, title, made.receipt());
        } catch (KwsException e) {
            refused.incrementAndGet();
            bench.failed(e);
            compare(bench, title + " (" + e.getMessage() + ")", e.receipt());
            if (!bench.second.leftovers().isEmpty()) {
                bench.leak(title + ": it failed, and the second node has " + bench.second.leftovers());
            }
        } catch (RuntimeException e) {
            bench.untyped(title, e);
        } finally {
            bench.first.clearFaults();
        }
        if (servers(bench.first) + servers(bench.second) > 1) {
            bench.leak(title + ": there are two servers");
        }
        cleanUp(bench, title, rental);
    }

    private void look(TwoNodes bench, String title, ServerRental made) {
        if (made.server().node().equals("kws1")) {
            return;
        }
        onSecond.incrementAndGet();
        List<String> passedOver = made.receipt().entries(Outcome.SKIPPED).stream()
                .map(entry -> entry.kind() + " " + entry.name())
                .toList();
        if (!passedOver.equals(List.of(ResourceKind.NODE + " kws1"))) {
            bench.problem(title + ": the receipt says that these were passed over: " + passedOver);
        }
    }

    private static void cleanUp(TwoNodes bench, String title, RentalId rental) {
        bench.clean.rentals().end(rental);
        for (SandboxNode node : bench.nodes()) {
            List<Leftover> left = TwoNodes.leftovers(node);
            if (!left.isEmpty()) {
                bench.leak(title + ": in the end " + node.name() + " has " + left);
            }
        }
    }

    private static long servers(SandboxNode node) {
        return node.leftovers().stream()
                .filter(leftover -> leftover.kind().equals("server"))
                .count();
    }

    private static void compare(TwoNodes bench, String title, Receipt receipt) {
        Set<String> said = receipt.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.LEFT || entry.outcome() == Outcome.CREATED)
                .flatMap(entry -> List.of(entry.id(), entry.name()).stream())
                .collect(Collectors.toSet());
        List<Leftover> unsaid = TwoNodes.leftovers(bench.first).stream()
                .filter(leftover -> !said.contains(leftover.id()) && !said.contains(leftover.name()))
                .toList();
        if (!unsaid.isEmpty()) {
            bench.leak(title + ": the first node has " + unsaid + "\n" + receipt);
        }
    }
}
