package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every call of a rent times every fault: each ends in the server or in a typed error, and what the cloud has afterwards
 * is what the receipt says; a release by the rental's ID then leaves nothing at all.
 */
class RentFaultsTest {
    private static final Timeouts IMPATIENT = Timeouts.builder()
            .attempt(Duration.ofMillis(250))
            .retries(2)
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofSeconds(1))
            .pace(Pace.every(Duration.ofMillis(2)))
            .rollback(Duration.ofSeconds(5))
            .build();

    private static final Map<String, UnaryOperator<Fault>> FAULTS = faults();
    private static final List<String> PROBLEMS = new ArrayList<>();
    private static int cases;
    private static int leaks;
    private static int untyped;

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");

    private static Map<String, UnaryOperator<Fault>> faults() {
        Map<String, UnaryOperator<Fault>> faults = new LinkedHashMap<>();
        for (int status : new int[] {400, 401, 403, 404, 409, 413, 500, 502, 503, 504}) {
            faults.put("answer " + status, fault -> fault.answer(status));
        }
        faults.put("429 with Retry-After", fault -> fault.answer(429).header("Retry-After", "0"));
        faults.put("503 page", fault -> fault.answer(503, "<html><h1>Busy</h1></html>", "text/html"));
        faults.put("page instead of JSON", Fault::html);
        faults.put("malformed JSON", Fault::malformedJson);
        faults.put("reset before", Fault::resetBefore);
        faults.put("reset after", Fault::resetAfter);
        faults.put("no answer", Fault::hang);
        faults.put("slow body", fault -> fault.slowBody(Duration.ofMillis(600)));
        return faults;
    }

    @AfterAll
    static void report() {
        System.out.printf("rent: %d cases run, %d leaks, %d untyped errors%n", cases, leaks, untyped);
    }

    private static ServerSpec spec() {
        return ServerSpec.builder()
                .name("web-1")
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .reachableOn(Port.SSH)
                .readyWithin(Duration.ofSeconds(10))
                .build();
    }

    /** Returns method and path of each call of a rent, an ID in it replaced by what any ID matches. */
    private List<String[]> callsOfARent(String verb) {
        try (Kws kws = SandboxNodes.connect(sandbox)) {
            ServerSpec spec = spec();
            kws.node("kws1").servers().rent(spec);
            if (verb.equals("release")) {
                cloud.clearCalls();
            }
            List<String[]> rent = calls();
            kws.node("kws1").servers().release("web-1");
            return verb.equals("release") ? calls() : rent;
        }
    }

    private List<String[]> calls() {
        return cloud.calls().stream()
                .map(call -> call.method() + " " + call.path().replaceAll("[0-9a-f-]{32,36}", "[^/]+"))
                .map(call -> call.replaceAll("kws-[a-z2-7]{12}", "[^/]+"))
                .distinct()
                .map(call -> call.split(" "))
                .toList();
    }

    @Test
    void rent_anyCallFailsOnceOrAlways_endsCleanOrSaysWhatIsLeft() {
        for (String[] call : callsOfARent("rent")) {
            FAULTS.forEach((name, fault) -> {
                rentWith(call, name + " once", fault.apply(on(call)).times(1));
                rentWith(call, name + " always", fault.apply(on(call)).always());
            });
        }

        assertThat(PROBLEMS).isEmpty();
    }

    @Test
    void rent_cancelledOrInterruptedAfterAnyCall_leavesNothing() {
        for (String[] call : callsOfARent("rent")) {
            stopAfter(call, "cancel", Operation::cancel);
        }

        assertThat(PROBLEMS).isEmpty();
    }

    @Test
    void rent_failsAndUndoingFails_saysWhatIsLeft() {
        for (String[] call : callsOfARent("release")) {
            FAULTS.forEach((name, fault) -> {
                if (call[0].equals("DELETE") && name.equals("answer 404")) {
                    return; // means that it is gone
                }
                cloud.failServers("No valid host was found. ");
                rentWith(call, name + " while undoing", fault.apply(on(call)).always());
                cloud.healServers();
            });
        }

        assertThat(PROBLEMS).isEmpty();
    }

    private static Fault on(String[] call) {
        return Fault.on(call[0], "^" + call[1] + "$");
    }

    private void rentWith(String[] call, String name, Fault fault) {
        cloud.inject(fault);
        check(String.join(" ", call) + ": " + name, (kws, spec) -> kws.servers().rent(spec), Kws.builder());
    }

    private void stopAfter(String[] call, String name, Consumer<Operation<?>> stop) {
        AtomicReference<Operation<?>> running = new AtomicReference<>();
        Kws.Builder builder = Kws.builder().onCall(done -> {
            if (done.method().equals(call[0]) && done.path().split("\\?", -1)[0].matches(call[1])) {
                Optional.ofNullable(running.get()).ifPresent(stop);
            }
        });
        check(
                String.join(" ", call) + ": " + name,
                (node, spec) -> {
                    Operation<ServerRental> operation = node.servers().rentAsync(spec);
                    running.set(operation);
                    return operation.await();
                },
                builder);
    }

    /** A way to rent. */
    private interface Renting {
        ServerRental rent(Node node, ServerSpec spec);
    }

    private void check(String name, Renting renting, Kws.Builder builder) {
        cases++;
        ServerSpec spec = spec();
        try (Kws kws = SandboxNodes.connect(sandbox, builder.timeouts(IMPATIENT))) {
            Node node = kws.node("kws1");
            try {
                compare(name, renting.rent(node, spec).receipt(), Outcome.CREATED);
            } catch (KwsException e) {
                compare(name + " (" + e.getMessage() + ")", e.receipt(), Outcome.LEFT);
            } catch (RuntimeException e) {
                untyped++;
                PROBLEMS.add(name + ": untyped " + e);
            }
            cloud.clearFaults();
            node.servers().release(spec.rentalId().value());
            if (!cloud.leftovers().isEmpty()) {
                PROBLEMS.add(name + ": after the release there is still " + cloud.leftovers());
            }
        }
    }

    private static String letters(String kind) {
        return kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private void compare(String name, Receipt receipt, Outcome outcome) {
        List<String> there = cloud.leftovers().stream()
                .map(Leftover::kind)
                .map(RentFaultsTest::letters)
                .sorted()
                .toList();
        List<String> said = receipt.entries(outcome).stream()
                .map(entry -> letters(entry.kind().label()))
                .sorted()
                .toList();
        List<String> unsaid = new ArrayList<>(there);
        said.forEach(unsaid::remove);
        if (!unsaid.isEmpty() || (outcome == Outcome.CREATED && !there.equals(said))) {
            leaks++;
            PROBLEMS.add(name + ": there is " + there + ", the receipt says " + said + "\n" + receipt);
        }
    }
}
