package io.kws.sdk.k8s.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a program leaves that dies after each of the calls its deploy or open makes, and what the sweeps of another then
 * leave. Every death is one of a JVM. {@code -Dkws.kills=all} counts the calls that change nothing, too.
 */
class KilledTest {
    private static final Clock LONG_AFTER = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));
    private static final Sweep SWEEP =
            Sweep.builder().rule(thing -> EndPolicy.delete()).build();

    /** The first ends what is over and notes storage, which the second takes, the third then the empty namespace. */
    private static final int SWEEPS = 3;

    private final Sandbox sandbox = Sandbox.start("k1");
    private final SandboxNode cloud = sandbox.node("k1");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "open", "open again"})
    void expire_afterAProgramWasKilledAtAnyCall_leavesNothing(String useCase) throws Exception {
        int calls = callsOf(useCase);
        List<String> leaks = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            onTheNode(node -> KilledProgram.prepare(useCase, node));
            int exitCode = run(useCase, call);
            List<SweepReport> reports = sweepLongAfter();
            boolean isKilled = exitCode == Death.EXIT_CODE || (exitCode == 0 && Death.isAfterEachCall());
            boolean isClean = cloud.leftovers().isEmpty() && reports.stream().allMatch(SweepReport::isComplete);
            if (!isKilled || !isClean) {
                leaks.add(
                        "after call %d of %d: %d, %s, %s".formatted(call, calls, exitCode, cloud.leftovers(), reports));
            }
        }

        System.out.println("killed " + useCase + ": " + calls + " deaths / " + leaks.size() + " leaks");
        assertThat(leaks).isEmpty();
        assertThat(calls).isGreaterThan(4);
    }

    @Test
    void run_notKilled_leavesWhatSweepsTakeAway() throws Exception {
        assertThat(run("deploy", 1_000)).isZero();
        assertThat(cloud.leftovers()).hasSizeGreaterThanOrEqualTo(7);

        var unused = sweepLongAfter();

        assertThat(cloud.leftovers()).isEmpty();
    }

    /** Makes the thing here, and takes it away again. */
    private int callsOf(String useCase) {
        AtomicInteger calls = new AtomicInteger();
        onTheNode(node -> KilledProgram.prepare(useCase, node));
        try (Kws kws = SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).onCall(call -> {
                    if (KilledProgram.counts(call)) {
                        calls.incrementAndGet();
                    }
                }))) {
            KilledProgram.make(useCase, kws.node("k1"));
        }
        var unused = sweepLongAfter();
        assertThat(cloud.leftovers()).isEmpty();
        return calls.get();
    }

    private void onTheNode(Consumer<Node> work) {
        try (Kws kws = SandboxNodes.connect(sandbox)) {
            work.accept(kws.node("k1"));
        }
    }

    private List<SweepReport> sweepLongAfter() {
        cloud.runAhead(Duration.ofMinutes(1));
        List<SweepReport> reports = new ArrayList<>();
        try (Kws kws = SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).clock(LONG_AFTER))) {
            for (int i = 0; i < SWEEPS; i++) {
                reports.add(kws.sweeps().run(SWEEP));
                cloud.runAhead(Duration.ofMinutes(1));
            }
        }
        return reports;
    }

    private int run(String useCase, int lastCall) throws IOException, InterruptedException {
        Path kubeconfig =
                Files.writeString(folder.resolve("kubeconfig"), cloud.cluster().kubeconfig());
        return Death.of(
                KilledProgram.class,
                kubeconfig.toString(),
                String.valueOf(cloud.cluster().ingressPort()),
                useCase,
                String.valueOf(lastCall));
    }
}
