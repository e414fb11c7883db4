package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Refusal;
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
     * @throws Refusal if the quota does not allow it
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
     * Deletes a volume that went with a server.
     *
     * @param id the volume
     */
    public void delete(String id) {
        volumes.any(id).ifPresent(volumes::discard);
    }
}
