package io.kws.sdk.openstack.volumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Node;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeAttachment;
import io.kws.sdk.volumes.VolumeSnapshot;
import io.kws.sdk.volumes.VolumeSpec;
import io.kws.sdk.volumes.Volumes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What volumes must do on any node whose project may have five volumes and 50 GiB of them, as on the testbed. */
abstract class VolumesContract {
    private final String name = "kws-test-" + RentalId.random();

    /** Returns the node under test. */
    abstract Node node();

    /** Ends a test. */
    void end() {}

    private Volumes volumes() {
        return node().volumes();
    }

    @AfterEach
    void deleteAll() {
        node().servers().release(name);
        for (VolumeSnapshot snapshot : volumes().listSnapshots()) {
            if (snapshot.name().startsWith(name)) {
                volumes().deleteSnapshot(snapshot.id());
            }
        }
        for (Volume volume : left()) {
            volumes().delete(volume.id());
        }
        end();
    }

    private List<Volume> left() {
        return volumes().list().stream()
                .filter(volume -> volume.name().startsWith(name))
                .toList();
    }

    private Volume create(int sizeGib) {
        return volumes().create(VolumeSpec.builder().name(name).sizeGib(sizeGib).build());
    }

    @Test
    void create_empty_isAvailableAndFound() {
        Volume volume = create(1);

        assertThat(volume.status()).isEqualTo("available");
        assertThat(volume.sizeGib()).isEqualTo(1);
        assertThat(volume.isBootable()).isFalse();
        assertThat(volume.attachments()).isEmpty();
        assertThat(volumes().get(name)).isEqualTo(volume);
        assertThat(volumes().get(volume.id())).isEqualTo(volume);
        assertThat(volumes().find(name + "-b")).isEmpty();
    }

    @Test
    void create_fromImage_isBootable() {
        Volume volume = volumes()
                .create(VolumeSpec.builder()
                        .name(name)
                        .sizeGib(10)
                        .image("debian-12")
                        .description("for a test")
                        .build());

        assertThat(volume.isBootable()).isTrue();
    }

    @Test
    void create_overQuota_isRefusedAndLeavesNothing() {
        assertThatThrownBy(() -> create(1000))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("Could not create volume \"" + name + "\"");
        assertThat(left()).isEmpty();
    }

    @Test
    void create_fromWhatIsNotThere_isRefused() {
        VolumeSpec.Options spec = VolumeSpec.builder().name(name).sizeGib(1);

        assertThatThrownBy(() -> volumes().create(spec.image("debian-13").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"debian-12\"?");
        assertThatThrownBy(() -> volumes()
                        .create(VolumeSpec.builder()
                                .name(name)
                                .sizeGib(1)
                                .type("no-such-type")
                                .build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("volume type \"no-such-type\" does not exist; ");
        assertThat(left()).isEmpty();
    }

    @Test
    void get_sameNameTwice_isAmbiguous() {
        create(1);
        create(1);

        assertThatThrownBy(() -> volumes().get(name)).isInstanceOf(AmbiguousException.class);
    }

    @Test
    void extend_larger_grows() {
        create(1);

        assertThat(volumes().extend(name, 2).sizeGib()).isEqualTo(2);
        assertThat(volumes().extend(name, 2).sizeGib()).isEqualTo(2);
        assertThatThrownBy(() -> volumes().extend(name, 1)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> volumes().extend(name, 1000)).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void snapshot_volume_canBeMadeAVolumeOf() {
        Volume volume = create(2);

        VolumeSnapshot snapshot = volumes().snapshot(name, name + "-snapshot");

        assertThat(snapshot.status()).isEqualTo("available");
        assertThat(snapshot.volumeId()).isEqualTo(volume.id());
        assertThat(snapshot.sizeGib()).isEqualTo(2);
        assertThat(volumes().getSnapshot(snapshot.name())).isEqualTo(snapshot);
        assertThat(volumes().findSnapshot(snapshot.id())).contains(snapshot);
        assertThat(volumes().findSnapshot("no-such-snapshot")).isEmpty();

        VolumeSpec.Options copy = VolumeSpec.builder().name(name + "-copy").sizeGib(2);
        assertThat(volumes().create(copy.snapshot(snapshot.name()).build()).sizeGib())
                .isEqualTo(2);
        assertThatThrownBy(() -> volumes()
                        .create(VolumeSpec.builder()
                                .name(name)
                                .sizeGib(1)
                                .snapshot(snapshot.id())
                                .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("volume size must be at least 2 GiB for snapshot", "was 1");
        assertThatThrownBy(() -> volumes().delete(name))
                .isInstanceOf(ConflictException.class)
                .hasMessageEndingWith(
                        "the volume has the snapshots \"%s\"; delete them first".formatted(snapshot.name()));

        assertThat(volumes().deleteSnapshot(snapshot.id())).isTrue();
        assertThat(volumes().deleteSnapshot(snapshot.id())).isFalse();
        assertThat(volumes().delete(name)).isTrue();
    }

    @Test
    void attach_server_isInUseUntilDetached() {
        String serverId = node().servers()
                .rent(ServerSpec.builder()
                        .name(name)
                        .image("debian-12")
                        .flavor("m1.nano")
                        .build())
                .server()
                .id();
        create(1);

        Volume attached = volumes().attach(name, name);

        assertThat(attached.status()).isEqualTo("in-use");
        assertThat(attached.attachments())
                .extracting(VolumeAttachment::serverId)
                .containsExactly(serverId);
        assertThat(attached.attachments().get(0).device().orElseThrow()).startsWith("/dev/");
        assertThat(volumes().attach(name, name)).isEqualTo(attached);
        assertThatThrownBy(() -> volumes().delete(name))
                .isInstanceOf(ConflictException.class)
                .hasMessageEndingWith("attached to server %s; detach it to delete it".formatted(serverId));
        assertThatThrownBy(() -> volumes().extend(name, 2)).isInstanceOf(ConflictException.class);
        assertThat(volumes().snapshot(name, name + "-in-use").status()).isEqualTo("available");

        Volume detached = volumes().detach(name);

        assertThat(detached.status()).isEqualTo("available");
        assertThat(detached.attachments()).isEmpty();
        assertThat(volumes().detach(name)).isEqualTo(detached);
    }

    @Test
    void delete_twice_saysWhetherThereWasOne() {
        Volume volume = create(1);

        assertThat(volumes().delete(volume.id())).isTrue();
        assertThat(volumes().delete(volume.id())).isFalse();
        assertThat(volumes().find(volume.id())).isEmpty();
    }
}
