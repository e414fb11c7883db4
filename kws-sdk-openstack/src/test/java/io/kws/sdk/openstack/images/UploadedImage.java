package io.kws.sdk.openstack.images;

import io.kws.sdk.Node;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.openstack.faults.BackgroundSubject;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.transfers.Content;
import java.util.List;

/** An image with data that can be read again. */
final class UploadedImage implements BackgroundSubject {
    private static ImageUpload upload() {
        return ImageUpload.builder()
                .name(NAME)
                .content(Content.of(new byte[100_000]))
                .build();
    }

    @Override
    public Receipt make(Node node, RentalId rental) {
        return receipt(node.images().upload(upload()));
    }

    @Override
    public Making<?> begin(Node node, RentalId rental) {
        return new Making<>(node.images().uploadAsync(upload()), UploadedImage::receipt);
    }

    private static Receipt receipt(Image image) {
        return new Receipt(
                List.of(new ReceiptEntry(ResourceKind.IMAGE, image.name(), image.id(), Outcome.CREATED, "")));
    }

    @Override
    public Receipt remove(Node node, String nameOrRental) {
        node.images().delete(NAME);
        return Receipt.empty();
    }

    @Override
    public String search() {
        return "";
    }

    @Override
    public void breakCloud(SandboxNode cloud) {
        cloud.inject(Fault.on("PUT", "/v2/images/.*/file$").answer(413).always());
    }

    @Override
    public String kind() {
        return "image";
    }
}
