package io.kws.sdk.openstack.servers;

import io.kws.sdk.openstack.faults.MakeFaults;

/** Rents servers under all faults. */
class RentFaultsTest extends MakeFaults {
    RentFaultsTest() {
        super(new RentedServer());
    }
}
