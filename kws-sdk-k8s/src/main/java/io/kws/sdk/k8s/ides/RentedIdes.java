package io.kws.sdk.k8s.ides;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeQuery;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.WorkloadContext;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadOrphans;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * IDEs as the rentals see them. The tags are annotations of the workspace, as that is there while the IDE is closed, too;
 * of the Deployment only where another hand has deleted the workspace. A stopped IDE is closed, and an ended one has lost
 * its workspace.
 */
public final class RentedIdes implements RentalBackend {
    private static final Set<IdeStatus> UNDER_WAY = EnumSet.of(IdeStatus.OPENING, IdeStatus.CLOSING);

    private final WorkloadContext node;
    private final IdeReader reader;
    private final WorkloadOrphans orphans;

    /**
     * Makes the rented IDEs of a node.
     *
     * @param node the node
     */
    public RentedIdes(WorkloadContext node) {
        this.node = node;
        this.reader = new IdeReader(node);
        this.orphans = new WorkloadOrphans(node, WorkloadKind.IDE);
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.IDE;
    }

    @Override
    public List<Tagged> list() {
        return reader.list(IdeQuery.all()).stream()
                .map(RentedIdes::tagged)
                .filter(ide -> RentalTags.isRental(ide.tags()))
                .toList();
    }

    @Override
    public Tagged get(String nameOrId) {
        return tagged(reader.get(nameOrId));
    }

    private static Tagged tagged(Ide ide) {
        return new Tagged(
                ide.id(),
                ide.name(),
                ide.status().toString(),
                ide.annotations(),
                ide.url().map(URI::toString).stream().toList(),
                UNDER_WAY.contains(ide.status()) ? Course.UNDER_WAY : Course.RESTING);
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        Ide ide = reader.get(id);
        Optional<String> workspace = reader.claim(ide.namespace(), ide.name()).map(Workspaces::name);
        boolean isGone = workspace.isEmpty() && ide.image().isEmpty();
        if (isGone) {
            throw new NotFoundException("IDE \"" + id + "\" is not there any more");
        }
        ApiResource api = workspace.isPresent() ? ApiResource.PERSISTENT_VOLUME_CLAIMS : ApiResource.DEPLOYMENTS;
        String object = ide.namespace() + "/" + workspace.orElse(ide.name());
        node.client().send(Request.merge(api, object, Map.of("metadata", metadata(tags))));
    }

    /** By the label, what belongs to a rental is found. */
    private static Map<String, Object> metadata(Map<String, String> tags) {
        Map<String, Object> metadata = new HashMap<>(Map.of("annotations", tags));
        String rental = RentalTags.id(tags);
        if (!rental.isEmpty()) {
            metadata.put("labels", Map.of(Labels.RENTAL, rental));
        }
        return metadata;
    }

    @Override
    public void stop(String id) {
        var unused = node.runner().run(CloseIde.close(node, id));
    }

    @Override
    public Receipt end(String id) {
        return node.runner().run(CloseIde.delete(node, id, WorkspaceEnd.DELETE));
    }

    @Override
    public Receipt endRest(RentalId rental) {
        return orphans.remove(rental);
    }

    @Override
    public Receipt endOrphans(RentalId rental, Instant before) {
        return orphans.removeOld(rental, before);
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        return orphans.find(living);
    }
}
