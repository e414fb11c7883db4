package io.kws.sdk.openstack.fleet;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;

/** A schedule on the testbed. */
class ScheduleIT extends ScheduleContract {
    @Override
    Kws connect(Kws.Builder builder) {
        return Testbed.connect(builder);
    }
}
