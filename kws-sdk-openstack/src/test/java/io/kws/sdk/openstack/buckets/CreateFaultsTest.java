package io.kws.sdk.openstack.buckets;

import io.kws.sdk.openstack.faults.MakeFaults;

/** Creates buckets under all faults. */
class CreateFaultsTest extends MakeFaults {
    CreateFaultsTest() {
        super(new RentedBucket());
    }
}
