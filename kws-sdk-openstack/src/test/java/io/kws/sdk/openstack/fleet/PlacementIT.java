package io.kws.sdk.openstack.fleet;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;

/** Making things anywhere on the testbed's two nodes; the administrator sets the quota of the first. */
class PlacementIT extends PlacementContract {
    private final Kws all = Testbed.connect();

    @Override
    Kws connect() {
        Kws kws = Testbed.connect();
        kws.nodes().names().stream().filter(name -> !name.matches("kws[12]")).forEach(kws.nodes()::remove);
        return kws;
    }

    @Override
    void fillFirstNode() {
        quota(0);
    }

    @Override
    void end() {
        quota(10);
        all.close();
    }

    private void quota(int servers) {
        all.node("kws1-admin")
                .unwrap(
                        OSClientV3.class,
                        admin -> admin.compute()
                                .quotaSets()
                                .updateForTenant(
                                        demo(admin),
                                        Builders.quotaSet().instances(servers).build()));
    }

    private static String demo(OSClientV3 admin) {
        return admin.identity().projects().getByName("demo").get(0).getId();
    }
}
