package io.kws.sdk.k8s.apps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;

/** Apps on the sandbox. */
class SandboxAppsTest extends AppsContract {
    private static final Sandbox SANDBOX = Sandbox.start("k1");
    private static final Kws KWS = SandboxNodes.connect(SANDBOX);

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @AfterAll
    static void close() {
        KWS.close();
        SANDBOX.close();
    }
}
