package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.openstack.client.Checksum;
import io.kws.sdk.openstack.client.Checksummed;
import io.kws.sdk.openstack.client.Request;
import java.time.Duration;

/** Creates an image and sends its data. */
final class UploadImage {
    /** Transfers are limited by their idle timeout only. */
    static final Duration ALLOWED = Duration.ofDays(365);

    private static final Duration ACTIVE_WITHIN = Duration.ofMinutes(30);

    private final ImageNode node;
    private final ImageUpload upload;
    private final ImageData data;
    private final Checksummed content;

    private UploadImage(ImageNode node, ImageUpload upload, ImageData data) {
        this.node = node;
        this.upload = upload;
        this.data = data;
        this.content = new Checksummed(data, "SHA-512");
    }

    static UseCase<Image> useCase(ImageNode node, ImageUpload upload, ImageData data) {
        return new UseCase<>(
                "upload image \"" + upload.name() + "\"",
                ALLOWED,
                steps -> new UploadImage(node, upload, data).define(steps));
    }

    private UseCase.ResultReader<Image> define(Steps steps) {
        Step<String> created = steps.add(
                "create image", context -> context.make(new ImageResource(node.client(), upload, data.format())));
        Step<?> sent = steps.act("send data", context -> send(created.result()), created);
        Step<Image> image = steps.add("wait for the image", context -> awaitVerified(created.result()), sent);
        return receipt -> image.result();
    }

    /** The service accepts data once; it may be sent again only after the service has dropped what arrived. */
    private void send(String id) {
        Request request = Request.of("PUT", IMAGE, "images", id, "file")
                .header("Content-Type", "application/octet-stream")
                .once();
        Retry.of(node.timeouts())
                .when(failure -> failure instanceof NodeUnavailableException && data.isRepeatable())
                .run(repetitions -> {
                    if (repetitions == 0 || !hasData(id)) {
                        node.client().upload(request, content, upload.listener());
                    }
                });
    }

    private boolean hasData(String id) {
        return Deadline.current()
                .atMost(node.timeouts().standstill())
                .during(() -> node.states().awaitData(id));
    }

    private Image awaitVerified(String id) {
        JsonNode image = Deadline.current()
                .atMost(ACTIVE_WITHIN)
                .during(() -> node.states().awaitActiveJson(id));
        requireSameChecksum(image);
        requireSameSize(image);
        return ImageJson.image(image);
    }

    private void requireSameChecksum(JsonNode image) {
        String sent = content.checksum();
        for (Checksum stored : ImageJson.checksum(image)) {
            if (stored.algorithm().equals("SHA-512") && !stored.hex().equals(sent)) {
                throw new ProvisioningFailedException(
                        "the stored data differs from the data sent: SHA-512 %s instead of %s; upload the image again"
                                .formatted(stored.hex(), sent));
            }
        }
    }

    private void requireSameSize(JsonNode image) {
        data.lengthBytes().ifPresent(sent -> {
            long stored = image.path("size").asLong(sent);
            if (stored != sent) {
                throw new ProvisioningFailedException(
                        "the service stored %d bytes, but %d were sent; upload the image again"
                                .formatted(stored, sent));
            }
        });
    }
}
