package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.VOLUME;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeAttachment;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Changes the state of volumes and waits until the change is complete. */
final class VolumeActions {
    private final Cinder volumes;

    VolumeActions(Cinder volumes) {
        this.volumes = volumes;
    }

    Volume attach(Volume volume, String serverId) {
        if (isAttached(volume, serverId) && volume.status().equals("in-use")) {
            return volume;
        }
        Request request = Request.of("POST", COMPUTE, "servers", serverId, "os-volume_attachments")
                .body(Json.of(Map.of("volumeAttachment", Map.of("volumeId", volume.id()))));
        send(
                request,
                volume,
                now -> isAttached(now, serverId)
                        || Set.of("attaching", "reserved").contains(now.status()));
        Volume attached = await(volume, Set.of("in-use", "available"));
        if (!isAttached(attached, serverId)) {
            throw new ProvisioningFailedException(
                    "the service accepted the attachment and then abandoned it; try again");
        }
        return attached;
    }

    private static boolean isAttached(Volume volume, String serverId) {
        return volume.attachments().stream().map(VolumeAttachment::serverId).anyMatch(serverId::equals);
    }

    Volume detach(Volume volume) {
        if (volume.attachments().isEmpty()) {
            return volume;
        }
        Volume detached = volume;
        for (VolumeAttachment attachment : volume.attachments()) {
            detach(volume, attachment.serverId());
            detached = await(volume, Set.of("available", "in-use"));
            if (isAttached(detached, attachment.serverId())) {
                throw new ProvisioningFailedException(
                        "the service accepted the detachment and then abandoned it; try again");
            }
        }
        return detached;
    }

    private void detach(Volume volume, String serverId) {
        try {
            send(
                    Request.of("DELETE", COMPUTE, "servers", serverId, "os-volume_attachments", volume.id()),
                    volume,
                    now -> !isAttached(now, serverId) || now.status().equals("detaching"));
        } catch (NotFoundException e) {
            return; // detached already
        }
    }

    Volume extend(Volume volume, int sizeGib) {
        if (sizeGib < volume.sizeGib()) {
            throw new InvalidRequestException("volume size must be at least %d GiB, the current size, was %d"
                    .formatted(volume.sizeGib(), sizeGib));
        }
        if (sizeGib == volume.sizeGib()) {
            return volume;
        }
        requireDetached(volume, "extend");
        Request request = Request.of("POST", VOLUME, "volumes", volume.id(), "action")
                .body(Json.of(Map.of("os-extend", Map.of("new_size", sizeGib))));
        send(request, volume, now -> now.sizeGib() == sizeGib || now.status().equals("extending"));
        Volume extended = await(volume, Set.of("available", "in-use"));
        if (extended.sizeGib() < sizeGib) {
            throw new ProvisioningFailedException("the service accepted the new size and then abandoned it; try again");
        }
        return extended;
    }

    /** Cinder's own error does not name the server. */
    static void requireDetached(Volume volume, String verb) {
        if (!volume.attachments().isEmpty()) {
            throw new ConflictException("the volume is attached to server %s; detach it to %s it"
                    .formatted(volume.attachments().get(0).serverId(), verb));
        }
    }

    private Volume await(Volume volume, Set<String> wanted) {
        return CinderJson.volume(volumes.await(volume.id(), wanted));
    }

    private void send(Request request, Volume volume, Predicate<Volume> isDone) {
        volumes.send(
                request,
                volume.id(),
                now -> isDone.test(CinderJson.volume(now.orElseThrow(
                        () -> new ProvisioningFailedException("the volume was deleted during the wait")))));
    }
}
