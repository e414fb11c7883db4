package io.kws.sdk.openstack.images;

import io.kws.sdk.openstack.faults.MakeFaults;

/** Uploads images under all faults. */
class UploadFaultsTest extends MakeFaults {
    UploadFaultsTest() {
        super(new UploadedImage());
    }
}
