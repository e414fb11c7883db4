package io.kws.sdk.openstack.servers;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Servers on the sandbox. */
class SandboxServersTest extends ServersContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @BeforeEach
    void buildFast() {
        sandbox.node("kws1").bootTime(Duration.ofMillis(5));
    }

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Override
    void limitServers(int limit) {
        sandbox.node("kws1").quota(Quota.INSTANCES, limit);
    }

    @Override
    void buildSlowly() {
        sandbox.node("kws1").bootTime(Duration.ofMinutes(1));
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
