package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.Optional;

/** The volumes of Nova's servers: made, attached, detached. The node's lock guards it. */
public final class ServerVolumes {
    private final Site site;
    private final Volumes volumes;

    ServerVolumes(Site site, Volumes volumes) {
        this.site = site;
        this.volumes = volumes;
    }

    /**
     * Returns a volume.
     *
     * @param caller who asks
     * @param id the volume
     * @return its fields, empty if there is none the caller sees
     */
    public Optional<JsonNode> volume(Caller caller, String id) {
        return volumes.find(caller, id).map(volume -> volume.fields().deepCopy());
    }

    /**
     * Makes a volume.
     *
     * @param caller for whom
     * @param spec as Cinder wants it
     * @return its identifier
     * @throws io.kws.sdk.sandbox.http.Refusal if the quota does not allow it
     */
    public String create(Caller caller, JsonNode spec) {
        return volumes.create(caller, spec).id();
    }

    /**
     * Begins to attach or detach a volume.
     *
     * @param id the volume
     * @param status {@code attaching} or {@code detaching}
     */
    public void mark(String id, String status) {
        volumes.any(id).ifPresent(volume -> volume.status(status, site.micros()));
    }

    /**
     * Attaches a volume.
     *
     * @param id the volume
     * @param serverId the server
     * @param device where the server sees it
     */
    public void attach(String id, String serverId, String device) {
        volumes.any(id).ifPresent(volume -> volume.attach(serverId, device, site.micros()));
    }

    /**
     * Detaches a volume.
     *
     * @param id the volume
     */
    public void detach(String id) {
        volumes.any(id).ifPresent(volume -> volume.detach(site.micros()));
    }

    /**
     * Makes a snapshot of a volume for an image of its server.
     *
     * @param caller for whom
     * @param id the volume
     * @param image the image's name
     * @return the snapshot's fields
     * @throws io.kws.sdk.sandbox.http.Refusal if the quota does not allow it
     */
    public JsonNode snapshot(Caller caller, String id, String image) {
        ObjectNode spec = Json.object()
                .put("volume_id", id)
                .put("name", "snapshot for " + image)
                .put("force", true);
        return volumes.snapshots().create(caller, spec).fields().deepCopy();
    }

    /**
     * Deletes a volume that went with a server. Nova takes no notice if Cinder refuses that.
     *
     * @param id the volume
     */
    public void delete(String id) {
        volumes.any(id)
                .filter(volume -> !volumes.snapshots().existOf(volume.id()))
                .ifPresent(volumes::discard);
    }
}
