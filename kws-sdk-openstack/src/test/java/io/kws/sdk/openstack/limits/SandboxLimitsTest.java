package io.kws.sdk.openstack.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

/** Limits on the sandbox. */
class SandboxLimitsTest extends LimitsContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Test
    void get_containers_areAmongThem() {
        node().containers()
                .run(ContainerSpec.builder().name("nginx").image("nginx").build());

        assertThat(node().limits().get().get(LimitKind.CONTAINERS).used()).isEqualTo(1);
    }

    @Test
    void get_serviceIsMissing_hasNoLimitsOfIt() {
        sandbox.node("kws1").removeService("volumev3");
        sandbox.node("kws1").removeService("block-storage");

        ProjectLimits limits = node().limits().get();

        assertThat(limits.find(LimitKind.VOLUMES)).isEmpty();
        assertThat(limits.find(LimitKind.SERVERS)).isPresent();
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
