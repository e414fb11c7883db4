package io.kws.sdk.openstack.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;

/** A schedule on the testbed. */
class ScheduleIT extends ScheduleContract {
    @Override
    Kws connect(Kws.Builder builder) {
        Kws kws = Testbed.connect(builder);
        kws.nodes().names().stream().filter(name -> !name.equals("kws1")).forEach(kws.nodes()::remove);
        return kws;
    }
}
