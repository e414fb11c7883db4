package io.kws.sdk.openstack.volumes;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.Testbed;
import org.junit.jupiter.api.AfterAll;

/** Volumes on the testbed's first node. */
class VolumesIT extends VolumesContract {
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
