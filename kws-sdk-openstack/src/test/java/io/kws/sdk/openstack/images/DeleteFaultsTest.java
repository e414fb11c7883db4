package io.kws.sdk.openstack.images;

import io.kws.sdk.openstack.faults.RemoveFaults;

/** Deletes images under all faults. */
class DeleteFaultsTest extends RemoveFaults {
    DeleteFaultsTest() {
        super(new UploadedImage());
    }
}
