package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageChange;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images by Glance. */
public final class GlanceImages implements Images {
    private static final Lookup<Image> LOOKUP = new Lookup<>("image", Image::id, Image::name);
    private static final String LARGEST_PAGE = "1000";

    private final OpenStackClient client;
    private final UseCaseRunner runner;
    private final Timeouts timeouts;

    /**
     * Makes the images of a node.
     *
     * @param client the node
     * @param runner carries out uploads
     * @param timeouts how long things may take
     */
    public GlanceImages(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts) {
        this.client = client;
        this.runner = runner;
        this.timeouts = timeouts;
    }

    @Override
    public List<Image> list() {
        return list(Request.get(IMAGE, "images").query("limit", LARGEST_PAGE));
    }

    @Override
    public Optional<Image> find(String nameOrId) {
        return client.located(() -> LOOKUP.find(nameOrId, this::byId, this::named));
    }

    @Override
    public Image get(String nameOrId) {
        return client.located(() -> find(nameOrId).orElseThrow(() -> LOOKUP.missing(nameOrId, list())));
    }

    private List<Image> list(Request request) {
        return client.list(request, "images").stream().map(ImageJson::image).toList();
    }

    private List<Image> named(String name) {
        return list(Request.get(IMAGE, "images").query("name", name));
    }

    private Optional<Image> byId(String id) {
        return client.find(Request.get(IMAGE, "images", id)).map(ImageJson::image);
    }

    @Override
    public Image upload(ImageUpload upload) {
        try (ImageData data = read(upload)) {
            return runner.run(new UploadImage(client, timeouts, upload, data).useCase());
        }
    }

    @Override
    public Operation<Image> uploadAsync(ImageUpload upload) {
        ImageData data = read(upload);
        try {
            Operation<Image> operation = runner.start(new UploadImage(client, timeouts, upload, data).useCase());
            var unused = operation.toFuture().whenComplete((image, failure) -> data.close());
            return operation;
        } catch (KwsException e) {
            data.close();
            throw e;
        }
    }

    private ImageData read(ImageUpload upload) {
        try {
            return ImageData.of(upload);
        } catch (KwsException e) {
            String attempt = "upload image \"" + upload.name() + "\"";
            throw ErrorDetails.inUseCase(e, client.node(), attempt, Receipt.empty());
        }
    }

    @Override
    public Image download(String nameOrId, Path file, TransferListener listener) {
        return runner.run(downloading(nameOrId, file, listener));
    }

    @Override
    public Operation<Image> downloadAsync(String nameOrId, Path file) {
        return runner.start(downloading(nameOrId, file, TransferListener.NONE));
    }

    private UseCase<Image> downloading(String nameOrId, Path file, TransferListener listener) {
        return new UseCase<>("download image \"" + nameOrId + "\"", UploadImage.ALLOWED, steps -> {
            Step<JsonNode> image = steps.add(
                    "find image",
                    context -> client.send(
                            Request.get(IMAGE, "images", get(nameOrId).id())));
            steps.act(
                    "fetch the data",
                    context -> fetch(image.result(), file, progress -> {
                        context.report(progress.bytes() + " bytes");
                        listener.transferred(progress);
                    }),
                    image);
            return receipt -> ImageJson.image(image.result());
        });
    }

    private void fetch(JsonNode image, Path file, TransferListener listener) {
        try (Download download = client.download(Request.get(IMAGE, "images", Json.text(image, "id"), "file"))) {
            if (download.status() == 204) {
                throw new ConflictException(
                        "it has no data yet, it is " + image.path("status").asText());
            }
            download.saveTo(file, ImageJson.checksum(image), listener);
        }
    }

    @Override
    public Image change(String nameOrId, ImageChange change) {
        return client.located(() -> {
            Image image = get(nameOrId);
            for (int repetitions = 0; ; repetitions++) {
                try {
                    return change(image, change);
                } catch (KwsException e) {
                    if (!e.isRetryable() || repetitions >= timeouts.retries()) {
                        throw e;
                    }
                }
                Waiting.pause(timeouts.pauseBefore(repetitions));
                image = get(image.id());
            }
        });
    }

    /** Sent once: what was removed cannot be removed again. */
    private Image change(Image image, ImageChange change) {
        JsonNode operations = ImagePatch.of(change, image);
        if (operations.isEmpty()) {
            return image;
        }
        return ImageJson.image(client.send(Request.of("PATCH", IMAGE, "images", image.id())
                .header("Content-Type", ImagePatch.TYPE)
                .body(operations)));
    }

    @Override
    public boolean delete(String nameOrId) {
        return client.located(() -> {
            Optional<Image> image = find(nameOrId);
            image.ifPresent(found -> {
                client.delete(IMAGE, "images", found.id());
                VolumeSnapshots.delete(client, timeouts, found);
            });
            return image.isPresent();
        });
    }
}
