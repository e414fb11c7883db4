package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.IMAGE;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Map;
import java.util.Optional;

/** The image made of a server, by its ID; a property of its own tells it from others of its name. */
final class SnapshotResource implements Resource<String> {
    private static final String TAG = "kws_snapshot";

    private final ServerNode node;
    private final String serverId;
    private final String name;
    private final String tag = RentalId.random().value();

    SnapshotResource(ServerNode node, String serverId, String name) {
        this.node = node;
        this.serverId = serverId;
        this.name = name;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.IMAGE;
    }

    @Override
    public String name() {
        return name;
    }

    /** From microversion 2.45 on the ID is in the body; before, only in a header. */
    @Override
    public String create() {
        Request request = Request.of("POST", COMPUTE, "servers", serverId, "action")
                .microversion("2.45")
                .body(Json.of(Map.of("createImage", Map.of("name", name, "metadata", Map.of(TAG, tag)))));
        return node.client().send(request).path("image_id").asText();
    }

    @Override
    public Optional<String> find() {
        return node.client().list(Request.get(IMAGE, "images").query(TAG, tag), "images").stream()
                .map(image -> image.path("id").asText())
                .findFirst();
    }

    @Override
    public String id(String made) {
        return made;
    }

    /** Who is told that it is not there deletes it all the same. */
    @Override
    public void delete(String made) {
        if (!node.images().delete(made)) {
            node.client().delete(IMAGE, "images", made);
        }
    }
}
