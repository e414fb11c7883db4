package io.kws.sdk.openstack.limits;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.Testbed;
import org.junit.jupiter.api.AfterAll;

/** Limits on the testbed's first node. */
class LimitsIT extends LimitsContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("kws1");
    }

    @AfterAll
    static void close() {
        KWS.close();
    }
}
