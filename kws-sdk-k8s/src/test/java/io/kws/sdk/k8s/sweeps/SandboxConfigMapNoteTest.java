package io.kws.sdk.k8s.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxCluster;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The note on the sandbox. */
class SandboxConfigMapNoteTest extends ConfigMapNoteContract {
    private static final Sandbox SANDBOX = Sandbox.start("k1");

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Override
    ClusterConfig cluster() {
        SandboxCluster cluster = SANDBOX.node("k1").cluster();
        return SandboxNodes.cluster(cluster, cluster.token()).build();
    }

    private Kws aDayAhead() {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        return SandboxNodes.connect(
                SANDBOX, Kws.builder().timeouts(SandboxNodes.FAST).clock(clock));
    }

    @Test
    void schedule_runMissed_isMadeUpForByOneOfTwoPrograms() throws InterruptedException {
        BlockingQueue<SweepReport> reports = new LinkedBlockingQueue<>();
        SweepSchedule nightly = SweepSchedule.builder()
                .zone(ZoneOffset.UTC)
                .listener(reports::add)
                .build();
        note().replace(note().read(), "last-sweep=2026-01-01T00:00:00Z");
        try (Kws first = aDayAhead();
                Kws second = aDayAhead()) {
            first.sweeps().schedule(nightly);
            second.sweeps().schedule(nightly);

            assertThat(reports.poll(60, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(reports).isEmpty();
        assertThat(note().read().text()).matches("last-sweep=.*Z").isNotEqualTo("last-sweep=2026-01-01T00:00:00Z");
    }
}
