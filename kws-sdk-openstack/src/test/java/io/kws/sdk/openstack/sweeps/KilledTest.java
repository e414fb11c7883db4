package io.kws.sdk.openstack.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a program leaves that dies after each of the calls its use case makes, and what the sweep of another then leaves.
 * Every death is one of a JVM. {@code -Dkws.kills=all} counts the calls that change nothing, too.
 */
class KilledTest {
    private static final Duration LONG_AFTER = Duration.ofDays(3);
    private static final Sweep SWEEP =
            Sweep.builder().rule(thing -> EndPolicy.delete()).build();

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final TestClock clock = new TestClock();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "container", "bucket", "image", "object"})
    void expire_afterAProgramWasKilledAtAnyCall_leavesNothing(String useCase) throws Exception {
        int calls = callsOf(useCase);
        List<String> leaks = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            onTheNode(node -> KilledProgram.prepare(useCase, node));
            assertThat(run(useCase, call)).isEqualTo(Death.EXIT_CODE);
            SweepReport report = sweepLongAfter();
            onTheNode(node -> KilledProgram.takeAwayWhatIsWhole(useCase, node));
            if (!cloud.leftovers().isEmpty() || !report.isComplete()) {
                leaks.add("after call %d of %d: %s, %s".formatted(call, calls, cloud.leftovers(), report));
            }
        }

        System.out.println("killed " + useCase + ": " + calls + " deaths / " + leaks.size() + " leaks");
        assertThat(leaks).isEmpty();
    }

    @Test
    void run_notKilled_leavesWhatASweepTakesAway() throws Exception {
        assertThat(run("server", 1000)).isZero();
        assertThat(cloud.leftovers()).hasSizeGreaterThanOrEqualTo(5);

        sweepLongAfter();

        assertThat(cloud.leftovers()).isEmpty();
    }

    /** Makes the thing here, and takes it away again. */
    private int callsOf(String useCase) {
        AtomicInteger calls = new AtomicInteger();
        onTheNode(node -> KilledProgram.prepare(useCase, node));
        try (Kws kws = SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).onCall(call -> {
                    if (Death.counts(call)) {
                        calls.incrementAndGet();
                    }
                }))) {
            KilledProgram.make(useCase, kws.node("kws1"));
        }
        sweepLongAfter();
        onTheNode(node -> KilledProgram.takeAwayWhatIsWhole(useCase, node));
        assertThat(cloud.leftovers()).isEmpty();
        return calls.get();
    }

    private void onTheNode(Consumer<Node> work) {
        try (Kws kws = SandboxNodes.connect(sandbox, Kws.builder().timeouts(SandboxNodes.FAST))) {
            work.accept(kws.node("kws1"));
        }
    }

    private SweepReport sweepLongAfter() {
        cloud.runAhead(Duration.ofMinutes(1));
        clock.ahead(LONG_AFTER);
        try (Kws kws = SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).clock(clock))) {
            SweepReport report = kws.sweeps().run(SWEEP);
            cloud.runAhead(Duration.ofMinutes(1));
            return report;
        }
    }

    private int run(String useCase, int lastCall) throws IOException, InterruptedException {
        return Death.of(
                KilledProgram.class,
                cloud.authUrl().toString(),
                String.valueOf(cloud.socksProxy().getPort()),
                useCase,
                String.valueOf(lastCall));
    }
}
