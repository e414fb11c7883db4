package io.kws.sdk.openstack.containers;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.trace.Call;
import java.time.Duration;

/** Containers on the sandbox. */
class SandboxContainersTest extends ContainersContract {
    private static final Duration SLOWLY = Duration.ofMinutes(1);

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(
            sandbox, Kws.builder().timeouts(SandboxNodes.FAST).onCall(this::endSlowCreation));

    /** Zun does not delete what it still creates. */
    private void endSlowCreation(Call call) {
        if (call.method().equals("DELETE") && call.status() == 409) {
            sandbox.node("kws1").runAhead(SLOWLY.multipliedBy(2)); // it starts after it was created
        }
    }

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
        sandbox.node("kws1").bootTime(SLOWLY);
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
