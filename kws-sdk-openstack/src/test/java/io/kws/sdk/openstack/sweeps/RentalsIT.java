package io.kws.sdk.openstack.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;

/** Rentals on the testbed. */
class RentalsIT extends RentalsContract {
    @Override
    Kws connect(Kws.Builder builder) {
        Kws kws = Testbed.connect(builder);
        kws.nodes().names().stream().filter(name -> !name.matches("kws[12]")).forEach(kws.nodes()::remove);
        return kws;
    }
}
