package io.kws.sdk.openstack.servers;

import io.kws.sdk.openstack.faults.RemoveFaults;

/** Releases servers under all faults. */
class ReleaseFaultsTest extends RemoveFaults {
    ReleaseFaultsTest() {
        super(new RentedServer());
    }
}
