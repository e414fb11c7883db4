package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.volumes.VolumeRemoval;
import java.util.ArrayList;
import java.util.List;

/**
 * The volumes that are to go with a server. Nova deletes them, but keeps to itself when Cinder refuses that, as it does
 * for one that has snapshots or is still being made.
 */
final class OwnedVolumes {
    private OwnedVolumes() {}

    /** Returns their IDs, as long as the server is there. */
    static List<String> of(ServerNode node, String serverId) {
        return node.client()
                .find(Request.get(COMPUTE, "servers", serverId).microversion("2.3"))
                .map(found -> found.path("server").path("os-extended-volumes:volumes_attached"))
                .map(OwnedVolumes::goingWithIt)
                .orElse(List.of());
    }

    private static List<String> goingWithIt(JsonNode volumes) {
        List<String> ids = new ArrayList<>();
        for (JsonNode volume : volumes) {
            if (volume.path("delete_on_termination").asBoolean() && volume.hasNonNull("id")) {
                ids.add(volume.path("id").asText());
            }
        }
        return ids;
    }

    static VolumeRemoval removal(ServerNode node, String server) {
        return new VolumeRemoval(node.client(), node.timeouts(), "of " + server);
    }
}
