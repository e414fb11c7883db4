package io.kws.sdk.openstack.volumes;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;

/** Volumes on the sandbox. */
class SandboxVolumesTest extends VolumesContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
