package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.volumes.VolumeRemoval;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Server;
import java.util.List;
import java.util.Optional;
import org.openstack4j.model.compute.ServerCreate;

/**
 * The server itself, by its ID.
 *
 * @param removal removes it
 * @param rental the rental it carries
 * @param request what to make
 */
record ServerResource(ServerRemoval removal, RentalId rental, ServerCreate request) implements Resource<String> {
    @Override
    public ResourceKind kind() {
        return removal.kind();
    }

    @Override
    public String name() {
        return removal.name();
    }

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

    @Override
    public String id(String made) {
        return made;
    }

    /** That they cannot be looked for does not keep the server; Nova deletes most of them. */
    private List<String> volumes(String server) {
        try {
            return OwnedVolumes.of(removal.node(), server);
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return List.of();
        }
    }

    @Override
    public void delete(String made) {
        removal.delete(made);
    }

    /** The volumes that Nova has made for it go with it, or stand on the receipt. */
    @Override
    public List<ReceiptEntry> undo(String made) {
        boolean onVolume =
                request.getImageRef() == null || request.getImageRef().isEmpty();
        List<String> volumes = onVolume ? volumes(made) : List.of();
        delete(made);
        return volumes.stream().flatMap(volume -> left(volume).stream()).toList();
    }

    private Optional<ReceiptEntry> left(String volume) {
        VolumeRemoval its = OwnedVolumes.removal(removal.node(), name());
        try {
            its.delete(volume);
            return Optional.empty();
        } catch (KwsException e) {
            return Optional.of(new ReceiptEntry(its.kind(), its.name(), volume, Outcome.LEFT, e.reason()));
        }
    }
}
