package io.kws.sdk.openstack.containers;

import io.kws.sdk.openstack.faults.MakeFaults;

/** Runs containers under all faults. */
class RunFaultsTest extends MakeFaults {
    RunFaultsTest() {
        super(new RentedContainer());
    }
}
