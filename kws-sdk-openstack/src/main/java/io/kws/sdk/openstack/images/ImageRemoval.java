package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes an image, with the volume snapshots behind it.
 *
 * @param client the node
 * @param timeouts the time limits
 * @param name the image's name
 */
public record ImageRemoval(OpenStackClient client, Timeouts timeouts, String name) implements RemovableById {
    @Override
    public ResourceKind kind() {
        return ResourceKind.IMAGE;
    }

    /** Sends the deletion even if the image does not show: it may have been created a moment ago. */
    @Override
    public void delete(String id) {
        client.find(Request.get(IMAGE, "images", id))
                .map(ImageJson::image)
                .ifPresentOrElse(this::delete, () -> client.delete(IMAGE, "images", id));
    }

    void delete(Image image) {
        client.delete(IMAGE, "images", image.id());
        VolumeSnapshots.delete(client, timeouts, image);
    }
}
