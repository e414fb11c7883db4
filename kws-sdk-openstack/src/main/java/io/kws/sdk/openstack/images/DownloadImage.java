package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;

/** Downloads an image into a file. */
final class DownloadImage {
    private final ImageNode node;
    private final String nameOrId;
    private final Path file;
    private final TransferListener listener;

    private DownloadImage(ImageNode node, String nameOrId, Path file, TransferListener listener) {
        this.node = node;
        this.nameOrId = nameOrId;
        this.file = file;
        this.listener = listener;
    }

    static UseCase<Image> useCase(ImageNode node, String nameOrId, Path file, TransferListener listener) {
        return new UseCase<>(
                "download image \"" + nameOrId + "\"",
                UploadImage.ALLOWED,
                steps -> new DownloadImage(node, nameOrId, file, listener).define(steps));
    }

    private UseCase.ResultReader<Image> define(Steps steps) {
        Step<JsonNode> image = steps.add(
                "find image",
                context -> node.reader().json(node.reader().get(nameOrId).id()));
        steps.act("download data", context -> download(context, image.result()), image);
        return receipt -> ImageJson.image(image.result());
    }

    private void download(StepContext context, JsonNode image) {
        Request data = Request.get(IMAGE, "images", Json.text(image, "id"), "file");
        try (Download download = node.client().download(data)) {
            if (download.status() == 204) {
                throw new ConflictException("the image has no data yet, its status is %s; wait until it is active"
                        .formatted(image.path("status").asText()));
            }
            download.saveTo(file, ImageJson.checksum(image), progress -> {
                context.report(progress.bytes() + " bytes");
                listener.transferred(progress);
            });
        }
    }
}
