package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.images.ImageStates;
import io.kws.sdk.openstack.resources.ResourceName;
import io.kws.sdk.servers.Server;
import java.time.Duration;

/** Creates an image from a server. */
final class SnapshotServer {
    private static final Duration ALLOWED = Duration.ofMinutes(30);

    private final ServerNode node;
    private final String nameOrId;
    private final String imageName;

    private SnapshotServer(ServerNode node, String nameOrId, String imageName) {
        this.node = node;
        this.nameOrId = nameOrId;
        this.imageName = imageName;
    }

    static UseCase<Image> useCase(ServerNode node, String nameOrId, String imageName) {
        return new UseCase<>(
                "snapshot server \"" + nameOrId + "\"",
                ALLOWED,
                steps -> new SnapshotServer(node, nameOrId, imageName).define(steps));
    }

    private UseCase.ResultReader<Image> define(Steps steps) {
        ResourceName.require("image name", imageName);
        Step<Server> server = steps.add("find server", context -> node.reader().get(nameOrId));
        Step<String> created = steps.add(
                "create image",
                context ->
                        context.make(new SnapshotResource(node, server.result().id(), imageName)),
                server);
        Step<Image> image = steps.add(
                "wait for the image",
                context -> new ImageStates(node.client(), node.timeouts()).awaitActive(created.result()),
                created);
        return receipt -> image.result();
    }
}
