package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageChange;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.AsyncUpload;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images in Glance. */
public final class GlanceImages implements Images {
    private final ImageNode node;
    private final ImageReader reader;

    /**
     * Makes access to the images of a node.
     *
     * @param client the node
     * @param runner runs uploads and downloads
     * @param timeouts the time limits
     */
    public GlanceImages(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts) {
        this.node = new ImageNode(client, runner, timeouts);
        this.reader = node.reader();
    }

    @Override
    public List<Image> list() {
        return reader.list();
    }

    @Override
    public Optional<Image> find(String nameOrId) {
        return reader.find(nameOrId);
    }

    @Override
    public Image get(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    public Image upload(ImageUpload upload) {
        try (ImageData data = open(upload)) {
            return node.runner().run(UploadImage.useCase(node, upload, data));
        }
    }

    @Override
    public Operation<Image> uploadAsync(ImageUpload upload) {
        ImageData data = open(upload);
        return AsyncUpload.start(node.runner(), UploadImage.useCase(node, upload, data), data::close);
    }

    private ImageData open(ImageUpload upload) {
        try {
            return ImageData.of(upload);
        } catch (KwsException e) {
            String attempt = "upload image \"" + upload.name() + "\"";
            throw ErrorDetails.inUseCase(e, node.client().node(), attempt, Receipt.empty());
        }
    }

    @Override
    public Image download(String nameOrId, Path file, TransferListener listener) {
        return node.runner().run(DownloadImage.useCase(node, nameOrId, file, listener));
    }

    @Override
    public Operation<Image> downloadAsync(String nameOrId, Path file) {
        return node.runner().start(DownloadImage.useCase(node, nameOrId, file, TransferListener.NONE));
    }

    @Override
    public Image change(String nameOrId, ImageChange change) {
        return node.client().located(() -> {
            Image image = get(nameOrId);
            return Retry.of(node.timeouts())
                    .call(repetitions -> change(repetitions == 0 ? image : get(image.id()), change));
        });
    }

    /** Sends the change once: a property that was removed cannot be removed again. */
    private Image change(Image image, ImageChange change) {
        JsonNode operations = ImagePatch.of(change, image);
        if (operations.isEmpty()) {
            return image;
        }
        return ImageJson.image(node.client()
                .send(Request.of("PATCH", IMAGE, "images", image.id())
                        .header("Content-Type", ImagePatch.TYPE)
                        .body(operations)));
    }

    @Override
    public boolean delete(String nameOrId) {
        return node.client().located(() -> {
            Optional<Image> image = find(nameOrId);
            image.ifPresent(
                    existing -> new ImageRemoval(node.client(), node.timeouts(), existing.name()).delete(existing));
            return image.isPresent();
        });
    }
}
