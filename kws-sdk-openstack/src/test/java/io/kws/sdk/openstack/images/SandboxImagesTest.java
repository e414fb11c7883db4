package io.kws.sdk.openstack.images;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;

/** Images on the sandbox. */
class SandboxImagesTest extends ImagesContract {
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
