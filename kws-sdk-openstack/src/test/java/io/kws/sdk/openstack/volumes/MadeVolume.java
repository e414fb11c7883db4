package io.kws.sdk.openstack.volumes;

import io.kws.sdk.Node;
import io.kws.sdk.openstack.faults.BackgroundSubject;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeSpec;
import java.time.Duration;
import java.util.List;

/** A volume filled from an image. */
final class MadeVolume implements BackgroundSubject {
    private static final VolumeSpec SPEC = VolumeSpec.builder()
            .name(NAME)
            .sizeGib(10)
            .image("debian-12")
            .readyWithin(Duration.ofSeconds(10))
            .build();

    @Override
    public Receipt make(Node node, RentalId rental) {
        return receipt(node.volumes().create(SPEC));
    }

    @Override
    public Making<?> begin(Node node, RentalId rental) {
        return new Making<>(node.volumes().createAsync(SPEC), MadeVolume::receipt);
    }

    private static Receipt receipt(Volume volume) {
        return new Receipt(
                List.of(new ReceiptEntry(ResourceKind.VOLUME, volume.name(), volume.id(), Outcome.CREATED, "")));
    }

    @Override
    public Receipt remove(Node node, String nameOrRental) {
        node.volumes().delete(NAME);
        return Receipt.empty();
    }

    @Override
    public String search() {
        return "delete";
    }

    @Override
    public void breakCloud(SandboxNode cloud) {
        cloud.failVolumes("schedule allocate volume:Could not find any available weighted backend.");
    }

    @Override
    public void healCloud(SandboxNode cloud) {
        cloud.healVolumes();
    }

    @Override
    public String kind() {
        return "volume";
    }
}
