package io.kws.sdk.openstack.servers;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.Testbed;
import org.junit.jupiter.api.AfterAll;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;

/** Servers on the testbed's first node. */
class ServersIT extends ServersContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("kws1");
    }

    @Override
    void limitServers(int limit) {
        String project = node().unwrap(
                        OSClientV3.class,
                        openstack -> openstack.getToken().getProject().getId());
        KWS.node("kws1-admin")
                .unwrap(
                        OSClientV3.class,
                        admin -> admin.compute()
                                .quotaSets()
                                .updateForTenant(
                                        project,
                                        Builders.quotaSet().instances(limit).build()));
    }

    @AfterAll
    static void close() {
        KWS.close();
    }
}
