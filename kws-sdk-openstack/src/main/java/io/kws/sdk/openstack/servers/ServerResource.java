package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.BestEffort;
import io.kws.sdk.driver.steps.ResourceById;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.volumes.VolumeRemoval;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Server;
import java.util.List;
import java.util.Optional;
import org.openstack4j.model.compute.ServerCreate;

/**
 * The server that a rent creates.
 *
 * @param removal deletes it
 * @param rental its rental
 * @param request the request that creates it
 */
record ServerResource(ServerRemoval removal, RentalId rental, ServerCreate request) implements ResourceById {
    @Override
    public String create() {
        return removal.node()
                .client()
                .call(openstack -> openstack.compute().servers().boot(request).getId());
    }

    @Override
    public Optional<String> find() {
        return ServerReader.rentedAs(rental, removal.node().reader().named(name()))
                .map(Server::id);
    }

    /** Deletes the volumes that Nova created for the server as well; those that stay appear on the receipt. */
    @Override
    public List<ReceiptEntry> undo(String id) {
        List<String> volumes = bootsFromVolume() ? volumes(id) : List.of();
        delete(id);
        return volumes.stream()
                .flatMap(volume -> delete(volume, name()).stream())
                .toList();
    }

    private boolean bootsFromVolume() {
        return request.getImageRef() == null || request.getImageRef().isEmpty();
    }

    /** A failed lookup must not block the deletion of the server; Nova deletes most of its volumes anyway. */
    private List<String> volumes(String id) {
        return BestEffort.get(() -> OwnedVolumes.of(removal.node(), id)).orElse(List.of());
    }

    private Optional<ReceiptEntry> delete(String volume, String server) {
        VolumeRemoval volumes = OwnedVolumes.removal(removal.node(), server);
        try {
            volumes.delete(volume);
            return Optional.empty();
        } catch (KwsException e) {
            return Optional.of(new ReceiptEntry(volumes.kind(), volumes.name(), volume, Outcome.LEFT, e.reason()));
        }
    }
}
