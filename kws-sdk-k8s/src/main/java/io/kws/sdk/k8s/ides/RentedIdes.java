package io.kws.sdk.k8s.ides;

import io.kws.sdk.driver.RentalBackend.Course;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeQuery;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.rentals.RentedWorkloads;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.receipts.Receipt;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * IDEs as rentals. Their tags are annotations of the workspace, which exists while the IDE is closed, too; of the Deployment
 * only if the workspace was deleted without the SDK. A stopped IDE is closed, and an ended one has lost its workspace.
 */
public final class RentedIdes extends RentedWorkloads<Ide> {
    private static final Set<IdeStatus> UNDER_WAY = EnumSet.of(IdeStatus.OPENING, IdeStatus.CLOSING);

    private final ClusterContext node;
    private final IdeReader reader;

    /**
     * Makes the rented IDEs of a node.
     *
     * @param node the node
     */
    public RentedIdes(ClusterContext node) {
        super(node, WorkloadKind.IDE);
        this.node = node;
        this.reader = new IdeReader(node);
    }

    @Override
    protected List<Ide> readAll() {
        return reader.list(IdeQuery.all());
    }

    @Override
    protected Ide read(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    protected Tagged tagged(Ide ide) {
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
        ObjectRef ref = reader.claim(ide.namespace(), ide.name())
                .map(claim -> ObjectRef.to(ManagedKind.PERSISTENT_VOLUME_CLAIM, claim))
                .orElse(new ObjectRef(ManagedKind.DEPLOYMENT, ide.namespace(), ide.name()));
        boolean hasDeployment = !ide.image().isEmpty();
        boolean isGone = ref.kind() == ManagedKind.DEPLOYMENT && !hasDeployment;
        if (isGone || node.objects().mark(ref, tags, labels(tags)).isEmpty()) {
            throw new NotFoundException("the IDE \"" + id + "\" does not exist any more");
        }
    }

    /** Everything of a rental is found by this label. */
    private static Map<String, String> labels(Map<String, String> tags) {
        String rental = RentalTags.id(tags);
        return rental.isEmpty() ? Map.of() : Map.of(Labels.RENTAL, rental);
    }

    @Override
    public void stop(String id) {
        var unused = node.runner().run(CloseIde.close(node, id));
    }

    @Override
    public Receipt end(String id) {
        return node.runner().run(CloseIde.delete(node, id, WorkspaceEnd.DELETE));
    }
}
