package io.kws.sdk.k8s.ides;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;

/** IDEs on the sandbox. */
class SandboxIdesTest extends IdesContract {
    private static final Sandbox SANDBOX = Sandbox.start("k1");
    private static final Kws KWS = SandboxNodes.connect(SANDBOX);

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Override
    String storage() {
        return "standard";
    }

    @AfterAll
    static void close() {
        KWS.close();
        SANDBOX.close();
    }
}
