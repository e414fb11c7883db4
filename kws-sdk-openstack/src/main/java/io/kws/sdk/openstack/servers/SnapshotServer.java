package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.images.Image;
import io.kws.sdk.servers.Server;
import java.time.Duration;

/** Makes an image of a server. */
final class SnapshotServer {
    private static final Duration ALLOWED = Duration.ofMinutes(30);

    private static final int LONGEST_NAME = 255;

    private SnapshotServer() {}

    static UseCase<Image> useCase(ServerNode node, String nameOrId, String imageName) {
        return new UseCase<>("snapshot server \"" + nameOrId + "\"", ALLOWED, steps -> {
            if (imageName.isBlank() || imageName.length() > LONGEST_NAME) {
                throw new InvalidRequestException(
                        "an image's name has 1 to 255 characters, \"" + imageName + "\" has not");
            }
            Step<Server> server =
                    steps.add("find server", context -> node.reader().get(nameOrId));
            Step<String> begun = steps.add(
                    "create image",
                    context -> context.make(
                            new SnapshotResource(node, server.result().id(), imageName)),
                    server);
            Step<Image> image = steps.add("wait for the image", context -> await(node, begun.result()), begun);
            return receipt -> image.result();
        });
    }

    private static Image await(ServerNode node, String imageId) {
        return new Waiting(node.timeouts().pollInterval())
                .until(
                        () -> node.images()
                                .find(imageId)
                                .orElseThrow(() -> new ProvisioningFailedException(
                                        "the service gave the image up and removed it")),
                        SnapshotServer::isActive,
                        image -> "the image was still " + image.status());
    }

    private static boolean isActive(Image image) {
        if (image.status().equals("killed") || image.status().equals("deleted")) {
            throw new ProvisioningFailedException("the image ended as " + image.status());
        }
        return image.status().equals("active");
    }
}
