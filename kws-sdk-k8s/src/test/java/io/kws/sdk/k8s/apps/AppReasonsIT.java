package io.kws.sdk.k8s.apps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.k8s.Testbed;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;

/** Reasons on the testbed. */
class AppReasonsIT extends AppReasonsContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Override
    Duration soon() {
        return Duration.ofSeconds(20);
    }

    @AfterAll
    static void close() {
        KWS.close();
    }
}
