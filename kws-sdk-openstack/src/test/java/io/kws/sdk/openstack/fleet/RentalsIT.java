package io.kws.sdk.openstack.fleet;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;

/** Rentals on the testbed. */
class RentalsIT extends RentalsContract {
    @Override
    Kws connect(Kws.Builder builder) {
        return Testbed.connect(builder);
    }
}
