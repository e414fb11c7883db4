package io.kws.sdk.openstack.buckets;

import io.kws.sdk.openstack.faults.RemoveFaults;

/** Deletes empty buckets under all faults. */
class DeleteFaultsTest extends RemoveFaults {
    DeleteFaultsTest() {
        super(new RentedBucket());
    }
}
