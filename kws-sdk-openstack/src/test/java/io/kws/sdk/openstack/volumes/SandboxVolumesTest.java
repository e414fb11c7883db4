package io.kws.sdk.openstack.volumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.volumes.VolumeSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Volumes on the sandbox. */
class SandboxVolumesTest extends VolumesContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Test
    void create_endsInError_saysTheServicesReasonAndLeavesNothing() {
        sandbox.node("kws1").failVolumes("schedule allocate volume:Could not find any available weighted backend.");

        assertThatThrownBy(() -> node().volumes()
                        .create(VolumeSpec.builder().name("big").sizeGib(1).build()))
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageEndingWith(
                        "the volume ended in status error: schedule allocate volume:Could not find any available"
                                + " weighted backend.");
        assertThat(sandbox.node("kws1").leftovers()).isEmpty();
    }

    @Test
    void delete_answerLost_isDoneOnce() {
        node().volumes().create(VolumeSpec.builder().name("data").sizeGib(1).build());
        sandbox.node("kws1").settleTime(Duration.ofMillis(50));
        sandbox.node("kws1").inject(Fault.on("DELETE", "/volumes/").resetAfter());

        assertThat(node().volumes().delete("data")).isTrue();
        assertThat(sandbox.node("kws1").leftovers()).isEmpty();
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
