package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.FlavorValue;
import io.kws.sdk.driver.values.ImageValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlavorFitTest {
    private static Image image(String status) {
        return ImageValue.builder()
                .id("i1")
                .name("debian")
                .status(status)
                .diskFormat("qcow2")
                .sizeBytes(1)
                .minDiskGib(5)
                .minRamMib(512)
                .visibility("public")
                .adminUser("debian")
                .build();
    }

    private static Flavor flavor(int ramMib, int diskGib) {
        return FlavorValue.builder()
                .id("f1")
                .name("m1.small")
                .vcpus(1)
                .ramMib(ramMib)
                .diskGib(diskGib)
                .build();
    }

    private static void check(Flavor flavor, int bootVolumeGib) {
        FlavorFit.check(image("active"), flavor, bootVolumeGib);
    }

    @Test
    void check_exactlyEnough_passes() {
        assertThatCode(() -> check(flavor(512, 5), 0)).doesNotThrowAnyException();
    }

    @Test
    void check_tooLittleMemory_isRefused() {
        assertThatThrownBy(() -> check(flavor(511, 5), 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("memory of flavor \"m1.small\" must be at least 512 MiB for image \"debian\", was 511");
    }

    @Test
    void check_tooSmallADisk_isRefused() {
        assertThatThrownBy(() -> check(flavor(512, 4), 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("disk of flavor \"m1.small\" must be at least 5 GiB for image \"debian\", was 4");
    }

    @Test
    void check_diskAsLargeAsTheImage_passes() {
        assertThatCode(() -> check(flavor(512, 0), 0)).doesNotThrowAnyException();
    }

    @Test
    void check_bootVolume_countsInsteadOfTheFlavorsDisk() {
        assertThatCode(() -> check(flavor(512, 1), 5)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(flavor(512, 50), 4))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("boot volume size must be at least 5 GiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "saving", "killed", "deactivated"})
    void check_imageNotActive_isRefused(String status) {
        assertThatThrownBy(() -> FlavorFit.check(image(status), flavor(512, 5), 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("image \"debian\" must be active, was " + status);
    }
}
