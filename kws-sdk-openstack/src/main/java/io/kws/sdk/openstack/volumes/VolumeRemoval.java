package io.kws.sdk.openstack.volumes;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;

/**
 * Deletes a volume, known by its ID, and waits until it is gone. Fine if it is gone already.
 *
 * @param client the node
 * @param timeouts the pauses between two looks
 * @param name what it is called on receipts
 */
public record VolumeRemoval(OpenStackClient client, Timeouts timeouts, String name) implements Removable<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.VOLUME;
    }

    @Override
    public String id(String made) {
        return made;
    }

    /** Cinder's own refusal lists all that there could be against it. */
    @Override
    public void delete(String made) {
        try {
            Cinder.volumes(client, timeouts).delete(made);
        } catch (ConflictException e) {
            List<String> of = snapshots(made);
            throw of.isEmpty()
                    ? e
                    : new ConflictException("it has the snapshots " + String.join(", ", of) + "; delete them first", e);
        }
    }

    private List<String> snapshots(String volume) {
        return Cinder.snapshots(client, timeouts).list().stream()
                .map(CinderJson::snapshot)
                .filter(snapshot -> snapshot.volumeId().equals(volume))
                .map(snapshot -> "\"" + snapshot.name() + "\"")
                .toList();
    }
}
