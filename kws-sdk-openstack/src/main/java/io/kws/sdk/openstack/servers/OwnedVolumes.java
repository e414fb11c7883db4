package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.volumes.VolumeRemoval;
import java.util.ArrayList;
import java.util.List;

/**
 * The volumes that are deleted with a server. Nova deletes them, but does not report it when Cinder refuses, as for a
 * volume that has snapshots or is still being created.
 */
final class OwnedVolumes {
    private OwnedVolumes() {}

    /** Returns their IDs, while the server exists. */
    static List<String> of(ServerNode node, String serverId) {
        return node.client()
                .find(Request.get(COMPUTE, "servers", serverId).microversion("2.3"))
                .map(answer -> answer.path("server").path("os-extended-volumes:volumes_attached"))
                .map(OwnedVolumes::deletedWithServer)
                .orElse(List.of());
    }

    private static List<String> deletedWithServer(JsonNode volumes) {
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
