package io.kws.sdk.openstack.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Kws;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.driver.steps.MoreTime;
import io.kws.sdk.errors.NoNodeException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.servers.ServerRental;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Making things anywhere on the sandbox. */
class SandboxPlacementTest extends PlacementContract {
    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");

    @Override
    Kws connect() {
        return SandboxNodes.connect(sandbox);
    }

    @Override
    void fillFirstNode() {
        sandbox.node("kws1").quota(Quota.INSTANCES, 0);
    }

    @Override
    void end() {
        sandbox.close();
    }

    @Test
    void rent_noHostHasRoom_nextNodeTakesItAndNothingIsLeft() {
        sandbox.node("kws1").failServers("No valid host was found. ");

        ServerRental rental = kws().fleet().rent(spec("web").build(), Placement.firstOf("kws1", "kws2"));

        assertThat(rental.server().node()).isEqualTo("kws2");
        assertThat(rental.receipt().toString())
                .contains("SKIPPED  node kws1: server \"web-", "No valid host was found");
        assertThat(rental.receipt().isClean()).isTrue();
        assertThat(sandbox.node("kws1").leftovers()).isEmpty();
    }

    @Test
    void rent_allNodesRefuse_leavesNothingAndSaysAll() {
        sandbox.node("kws1").failServers("No valid host was found. ");
        sandbox.node("kws2").inject(Fault.on("GET", "/image/.*").answer(403).always());

        NoNodeException failure = catchThrowableOfType(
                NoNodeException.class, () -> kws().fleet().rent(spec("web").build()));

        assertThat(failure.reasons()).containsOnlyKeys("kws1", "kws2");
        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(sandbox.node("kws1").leftovers()).isEmpty();
        assertThat(sandbox.node("kws2").leftovers()).isEmpty();
    }

    @Test
    void rent_deadNode_delaysNobodyBeyondItsDeadline() {
        sandbox.node("kws1").inject(Fault.on("GET", ".*").hang().always());

        MoreTime.untilItHolds(this::rentWithDeadNode);

        sandbox.node("kws1").clearFaults();
    }

    /** The living node is bound by the same deadline. */
    private void rentWithDeadNode(Duration perNode) {
        Timeouts impatient = Timeouts.builder()
                .pollInterval(PollInterval.every(Duration.ofMillis(2)))
                .perNode(perNode)
                .build();
        try (Kws hasty = SandboxNodes.connect(sandbox, Kws.builder().timeouts(impatient))) {
            ServerRental rental = hasty.fleet().rent(spec("web").build());
            assertThat(rental.server().node()).isEqualTo("kws2");
            assertThat(skipped(rental)).containsExactly("kws1");
        } catch (NoNodeException e) {
            throw new AssertionError("the living node had no time", e);
        }
    }

    @Test
    void run_oneNodeHasZun_containerIsThere() {
        sandbox.node("kws1").removeService("container");

        ContainerRental rental = kws().fleet()
                .run(ContainerSpec.builder().name("job").image("nginx:1.27").build());

        assertThat(rental.container().node()).isEqualTo("kws2");
        assertThat(rental.receipt().toString()).contains("SKIPPED  node kws1: ");
        kws().node("kws2").containers().delete("job");
    }
}
