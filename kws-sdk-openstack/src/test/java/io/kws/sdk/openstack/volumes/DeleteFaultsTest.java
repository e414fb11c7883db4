package io.kws.sdk.openstack.volumes;

import io.kws.sdk.openstack.faults.RemoveFaults;

/** Deletes volumes under all faults. */
class DeleteFaultsTest extends RemoveFaults {
    DeleteFaultsTest() {
        super(new MadeVolume());
    }
}
