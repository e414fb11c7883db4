package io.kws.sdk.openstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.fleet.Placement;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Mishap;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The first of two nodes fails in each way at each call that makes or changes something: the second has the server then,
 * or an error says why not; there are never two, and what is left on the first is on the receipt.
 */
class PlacementFaultsTest {
    private static final List<Integer> REFUSALS = List.of(400, 403, 404, 409, 413, 500, 503);

    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");
    private final SandboxNode first = sandbox.node("kws1");
    private final SandboxNode second = sandbox.node("kws2");
    private final List<String> problems = new ArrayList<>();
    private int onFirst;
    private int onSecond;
    private int refused;

    @AfterEach
    void end() {
        sandbox.close();
    }

    private Kws connect(Duration attempt) {
        return SandboxNodes.connect(sandbox, Kws.builder().timeouts(Patience.timeouts(attempt)));
    }

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
    void rent_firstNodeFailsAtAnyCall_neverMakesTwoAndSaysWhatIsLeft() {
        try (Kws clean = connect(Patience.LONG)) {
            List<CallKind> calls = calls(clean);
            for (CallKind call : calls) {
                for (Mishap mishap : Mishap.all(REFUSALS)) {
                    if (!mishap.isOfTime()) { // what is a matter of time is for the rent's own trials
                        rentWith(clean, call, mishap);
                    }
                }
            }
            System.out.printf(
                    "rent anywhere: %d calls, %d on the first node, %d on the second, %d refused%n",
                    calls.size(), onFirst, onSecond, refused);
            assertThat(problems).isEmpty();
            assertThat(calls).hasSizeGreaterThan(4);
            assertThat(onSecond).isGreaterThan(refused);
        }
    }

    /** Returns the calls by which a rent makes or changes something; the others are met by the look at the nodes first. */
    private List<CallKind> calls(Kws clean) {
        RentalId rental = RentalId.random();
        rent(clean, rental);
        List<CallKind> calls = first.calls().stream()
                .map(CallKind::of)
                .distinct()
                .filter(call -> !call.method().equals("GET") && !call.isLogin())
                .toList();
        clean.rentals().end(rental);
        return calls;
    }

    private void rentWith(Kws clean, CallKind call, Mishap mishap) {
        RentalId rental = RentalId.random();
        String title = call + ": " + mishap.name();
        first.inject(mishap.to(call.fault(), Patience.LONG).always());
        try (Kws kws = connect(Patience.LONG)) {
            ServerRental made = rent(kws, rental);
            count(made);
            compare(title, made.receipt());
        } catch (KwsException e) {
            refused++;
            compare(title + " (" + e.getMessage() + ")", e.receipt());
            if (!second.leftovers().isEmpty()) {
                problems.add(title + ": it failed, and the second node has " + second.leftovers());
            }
        } finally {
            first.clearFaults();
        }
        if (servers(first) + servers(second) > 1) {
            problems.add(title + ": there are two servers");
        }
        clean.rentals().end(rental);
        List.of(first, second).forEach(node -> {
            node.runAhead(Duration.ofMillis(50));
            if (!node.leftovers().isEmpty()) {
                problems.add(title + ": in the end " + node.name() + " has " + node.leftovers());
            }
        });
    }

    private void count(ServerRental made) {
        if (made.server().node().equals("kws1")) {
            onFirst++;
        } else {
            onSecond++;
            assertThat(made.receipt().entries(Outcome.SKIPPED))
                    .extracting(ReceiptEntry::kind, ReceiptEntry::name)
                    .containsExactly(tuple(ResourceKind.NODE, "kws1"));
        }
    }

    private static long servers(SandboxNode node) {
        return node.leftovers().stream()
                .filter(leftover -> leftover.kind().equals("server"))
                .count();
    }

    private void compare(String title, Receipt receipt) {
        first.runAhead(Duration.ofMillis(50));
        Set<String> said = receipt.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.LEFT || entry.outcome() == Outcome.CREATED)
                .flatMap(entry -> List.of(entry.id(), entry.name()).stream())
                .collect(Collectors.toSet());
        List<Leftover> unsaid = first.leftovers().stream()
                .filter(leftover -> !said.contains(leftover.id()) && !said.contains(leftover.name()))
                .toList();
        if (!unsaid.isEmpty()) {
            problems.add(title + ": the first node has " + unsaid + "\n" + receipt);
        }
    }
}
