package io.kws.sdk.openstack.volumes;

import io.kws.sdk.openstack.faults.MakeFaults;

/** Creates volumes under all faults. */
class CreateFaultsTest extends MakeFaults {
    CreateFaultsTest() {
        super(new MadeVolume());
    }
}
