package io.kws.sdk.openstack.volumes;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;

/**
 * Deletes a volume and waits until it does not exist any more.
 *
 * @param client the node
 * @param timeouts the time limits
 * @param name the volume's name on receipts
 */
public record VolumeRemoval(OpenStackClient client, Timeouts timeouts, String name) implements RemovableById {
    @Override
    public ResourceKind kind() {
        return ResourceKind.VOLUME;
    }

    /** Cinder's own refusal lists all possible reasons rather than the actual one. */
    @Override
    public void delete(String id) {
        try {
            Cinder.volumes(client, timeouts).delete(id);
        } catch (ConflictException e) {
            List<String> snapshots = snapshots(id);
            throw snapshots.isEmpty()
                    ? e
                    : new ConflictException(
                            "the volume has the snapshots " + String.join(", ", snapshots) + "; delete them first", e);
        }
    }

    private List<String> snapshots(String volumeId) {
        return Cinder.snapshots(client, timeouts).list().stream()
                .map(CinderJson::snapshot)
                .filter(snapshot -> snapshot.volumeId().equals(volumeId))
                .map(snapshot -> "\"" + snapshot.name() + "\"")
                .toList();
    }
}
