package io.kws.sdk.openstack.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;

/** A schedule on the sandbox. */
class SandboxScheduleTest extends ScheduleContract {
    private final Sandbox sandbox = Sandbox.start("kws1");

    @Override
    Kws connect(Kws.Builder builder) {
        return SandboxNodes.connect(sandbox, builder.timeouts(SandboxNodes.FAST));
    }

    @Override
    void end() {
        sandbox.close();
    }
}
