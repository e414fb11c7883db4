package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.IMAGE;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.driver.steps.ResourceById;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.images.ImageRemoval;
import io.kws.sdk.rentals.RentalId;
import java.util.Map;
import java.util.Optional;

/** The image created from a server; a property of its own distinguishes it from other images with its name. */
final class SnapshotResource implements ResourceById {
    private static final String PROPERTY = "kws_snapshot";

    private final ServerNode node;
    private final String serverId;
    private final String name;
    private final String propertyValue = RentalId.random().value();

    SnapshotResource(ServerNode node, String serverId, String name) {
        this.node = node;
        this.serverId = serverId;
        this.name = name;
    }

    @Override
    public RemovableById removal() {
        return new ImageRemoval(node.client(), node.timeouts(), name);
    }

    /** From microversion 2.45 on, the ID is in the body; before, only in a header. */
    @Override
    public String create() {
        Request request = Request.of("POST", COMPUTE, "servers", serverId, "action")
                .microversion("2.45")
                .body(Json.of(
                        Map.of("createImage", Map.of("name", name, "metadata", Map.of(PROPERTY, propertyValue)))));
        return node.client().send(request).path("image_id").asText();
    }

    @Override
    public Optional<String> find() {
        return node.client().list(Request.get(IMAGE, "images").query(PROPERTY, propertyValue), "images").stream()
                .map(image -> image.path("id").asText())
                .findFirst();
    }
}
