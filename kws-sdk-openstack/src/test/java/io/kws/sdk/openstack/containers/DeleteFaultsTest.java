package io.kws.sdk.openstack.containers;

import io.kws.sdk.openstack.faults.RemoveFaults;

/** Deletes containers under all faults. */
class DeleteFaultsTest extends RemoveFaults {
    DeleteFaultsTest() {
        super(new RentedContainer());
    }
}
