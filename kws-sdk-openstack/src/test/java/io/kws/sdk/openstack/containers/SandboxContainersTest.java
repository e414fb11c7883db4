package io.kws.sdk.openstack.containers;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.Sandbox;
import java.time.Duration;

/** Containers on the sandbox. */
class SandboxContainersTest extends ContainersContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Override
    void limitContainers(int limit) {
        sandbox.node("kws1").quota(Quota.CONTAINERS, limit);
    }

    @Override
    void createSlowly() {
        sandbox.node("kws1").bootTime(Duration.ofMillis(400));
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
