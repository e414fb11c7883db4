package io.kws.sdk.openstack.servers;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;

/** Checks that a flavor fits an image. Nova itself reports a misfit only after other resources have been created. */
final class FlavorFit {
    private FlavorFit() {}

    static void check(Image image, Flavor flavor, int bootVolumeGib) {
        int diskGib = bootVolumeGib > 0 ? bootVolumeGib : flavor.diskGib();
        String disk = bootVolumeGib > 0 ? "boot volume size" : "disk of flavor \"" + flavor.name() + "\"";
        require(
                image.status().equals("active"),
                "image \"%s\" must be active, was %s".formatted(image.name(), image.status()));
        require(
                flavor.ramMib() >= image.minRamMib(),
                "memory of flavor \"%s\" must be at least %d MiB for image \"%s\", was %d"
                        .formatted(flavor.name(), image.minRamMib(), image.name(), flavor.ramMib()));
        require(
                diskGib == 0 || diskGib >= image.minDiskGib(),
                "%s must be at least %d GiB for image \"%s\", was %d"
                        .formatted(disk, image.minDiskGib(), image.name(), diskGib));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new InvalidRequestException(message);
        }
    }
}
