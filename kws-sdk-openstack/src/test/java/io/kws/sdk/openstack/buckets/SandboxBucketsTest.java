package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;

/** Buckets and objects on the sandbox. */
class SandboxBucketsTest extends ObjectsContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Override
    void end() {
        assertThat(sandbox.node("kws1").leftovers()).isEmpty();
        kws.close();
        sandbox.close();
    }
}
