package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.openstack.client.Checksum;
import io.kws.sdk.openstack.client.Checksummed;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.Set;

/** Makes an image and sends its data. */
final class UploadImage {
    /** Only standing still has a limit. */
    static final Duration ALLOWED = Duration.ofDays(365);

    private static final Duration TO_BE_ACTIVE = Duration.ofMinutes(30);
    private static final Set<String> LOST = Set.of("killed", "deleted", "deactivated");

    private final OpenStackClient client;
    private final Timeouts timeouts;
    private final ImageUpload upload;
    private final ImageData data;
    private final Checksummed content;

    UploadImage(OpenStackClient client, Timeouts timeouts, ImageUpload upload, ImageData data) {
        this.client = client;
        this.timeouts = timeouts;
        this.upload = upload;
        this.data = data;
        this.content = new Checksummed(data, "SHA-512");
    }

    UseCase<Image> useCase() {
        return new UseCase<>("upload image \"" + upload.name() + "\"", ALLOWED, steps -> {
            Step<String> made = steps.add(
                    "create image", context -> context.make(new ImageResource(client, upload, data.format())));
            Step<?> sent = steps.act("send data", context -> send(made.result()), made);
            Step<Image> image = steps.add("wait for the image", context -> verified(made.result()), sent);
            return receipt -> image.result();
        });
    }

    /** The service takes data once; only when it has lost what came may it be sent again. */
    private void send(String id) {
        Request request = Request.of("PUT", IMAGE, "images", id, "file")
                .header("Content-Type", "application/octet-stream")
                .once();
        for (int repetitions = 0; ; repetitions++) {
            try {
                client.upload(request, content, upload.listener());
                return;
            } catch (NodeUnavailableException e) {
                if (!data.isRepeatable() || repetitions >= timeouts.retries()) {
                    throw e;
                }
                Waiting.pause(timeouts.pauseBefore(repetitions));
                if (hasData(id)) {
                    return;
                }
            }
        }
    }

    private boolean hasData(String id) {
        JsonNode image = Deadline.current()
                .atMost(timeouts.standstill())
                .during(() -> new Waiting(timeouts.pollInterval())
                        .until(
                                () -> image(id),
                                found -> !found.path("status").asText().equals("saving"),
                                found -> "the service still waited for the data"));
        return !image.path("status").asText().equals("queued");
    }

    private Image verified(String id) {
        JsonNode image = Deadline.current()
                .atMost(TO_BE_ACTIVE)
                .during(() -> new Waiting(timeouts.pollInterval())
                        .until(() -> image(id), UploadImage::isActive, UploadImage::describe));
        requireSame(image);
        return ImageJson.image(image);
    }

    private JsonNode image(String id) {
        return client.send(Request.get(IMAGE, "images", id));
    }

    private static boolean isActive(JsonNode image) {
        String status = image.path("status").asText();
        if (LOST.contains(status)) {
            throw new ProvisioningFailedException("the image ended as " + status);
        }
        return status.equals("active");
    }

    private static String describe(JsonNode image) {
        return "the image was still " + image.path("status").asText();
    }

    private void requireSame(JsonNode image) {
        String sent = content.checksum();
        for (Checksum stored : ImageJson.checksum(image)) {
            if (stored.algorithm().equals("SHA-512") && !stored.hex().equals(sent)) {
                throw new ProvisioningFailedException(
                        "the service stored other data than was sent: its SHA-512 is %s, that of what was sent %s"
                                .formatted(stored.hex(), sent));
            }
        }
        data.lengthBytes()
                .ifPresent(length -> requireSame(length, image.path("size").asLong(length)));
    }

    private static void requireSame(long sent, long stored) {
        if (sent != stored) {
            throw new ProvisioningFailedException(
                    "the service stored %d bytes, but %d were sent".formatted(stored, sent));
        }
    }
}
