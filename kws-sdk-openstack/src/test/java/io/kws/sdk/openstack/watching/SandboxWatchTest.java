package io.kws.sdk.openstack.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Watching the sandbox. */
class SandboxWatchTest extends WatchContract {
    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");

    @Override
    Kws connect() {
        return SandboxNodes.connect(sandbox);
    }

    @Override
    Duration shortest() {
        return Duration.ofMillis(5);
    }

    @Override
    void end() {
        sandbox.close();
    }

    @Test
    void watch_nodeGoesDownAndComesBack_othersAreHeardMeanwhile() throws InterruptedException {
        try (RentalWatch watch = watch()) {
            sandbox.node("kws1").inject(Fault.on("GET", ".*").answer(503).always());
            assertThat(await(RentalEvent.NodeUnreachable.class).node()).isEqualTo("kws1");

            kws().node("kws2").servers().rent(spec("web"));
            assertThat(await(RentalEvent.Appeared.class).node()).isEqualTo("kws2");

            sandbox.node("kws1").clearFaults();
            assertThat(await(RentalEvent.NodeBack.class)).hasToString("kws1 is back");
            assertThat(watch.spec().endNear()).isEqualTo(Duration.ofDays(2));
        }
    }

    @Test
    void watch_oneLookAtANode_isOneCall() throws InterruptedException {
        kws().node("kws1").servers().rent(spec("web"));
        kws().node("kws1").flavors().list();
        sandbox.node("kws1").clearCalls();

        RentalWatch watch = kws().watches()
                .open(WatchSpec.builder()
                        .query(mine())
                        .listener(events::add)
                        .shortest(Duration.ofMinutes(5))
                        .longest(Duration.ofMinutes(5))
                        .endNear(Duration.ofDays(2))
                        .build());
        await(RentalEvent.EndNear.class);
        watch.close();

        assertThat(sandbox.node("kws1").calls()).hasSize(1);
    }
}
