package io.kws.sdk.openstack.servers;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;

/** Whether a server of a flavor can be made from an image; Nova itself tells only once much has been made. */
final class FlavorFit {
    private FlavorFit() {}

    static void check(Image image, Flavor flavor, int bootVolumeGib) {
        int diskGib = bootVolumeGib > 0 ? bootVolumeGib : flavor.diskGib();
        String disk = bootVolumeGib > 0 ? "the boot volume" : "flavor \"" + flavor.name() + "\"";
        require(
                image.status().equals("active"),
                "image \"%s\" is %s, not active".formatted(image.name(), image.status()));
        require(
                flavor.ramMib() >= image.minRamMib(),
                "flavor \"%s\" has %d MiB of memory, image \"%s\" needs %d"
                        .formatted(flavor.name(), flavor.ramMib(), image.name(), image.minRamMib()));
        require(
                diskGib == 0 || diskGib >= image.minDiskGib(),
                "%s has a disk of %d GiB, image \"%s\" needs %d"
                        .formatted(disk, diskGib, image.name(), image.minDiskGib()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidRequestException(otherwise);
        }
    }
}
