package io.kws.sdk.openstack.fleet;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;

/** Rentals on the sandbox. */
class SandboxRentalsTest extends RentalsContract {
    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");

    @Override
    Kws connect(Kws.Builder builder) {
        return SandboxNodes.connect(sandbox, builder.timeouts(SandboxNodes.FAST));
    }

    @AfterEach
    void end() {
        sandbox.close();
    }
}
