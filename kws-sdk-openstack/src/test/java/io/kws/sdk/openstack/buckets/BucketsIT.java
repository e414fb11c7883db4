package io.kws.sdk.openstack.buckets;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.Testbed;
import org.junit.jupiter.api.AfterAll;

/** Buckets and objects on the testbed's first node. */
class BucketsIT extends ObjectsContract {
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
