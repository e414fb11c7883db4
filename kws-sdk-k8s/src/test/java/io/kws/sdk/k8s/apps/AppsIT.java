package io.kws.sdk.k8s.apps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.k8s.Testbed;
import org.junit.jupiter.api.AfterAll;

/** Apps on the testbed. */
class AppsIT extends AppsContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @AfterAll
    static void close() {
        KWS.close();
    }
}
