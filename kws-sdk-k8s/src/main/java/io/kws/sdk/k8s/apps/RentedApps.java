package io.kws.sdk.k8s.apps;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Watch;
import io.kws.sdk.k8s.workloads.DeleteWorkload;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.WorkloadContext;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadOrphans;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Apps as the rentals see them; the tags are annotations of the Deployment, with which goes what is made beside it. A
 * stopped app has no replicas.
 */
public final class RentedApps implements RentalBackend {
    private static final Set<AppStatus> UNDER_WAY = EnumSet.of(AppStatus.PROGRESSING, AppStatus.DELETING);

    private final WorkloadContext node;
    private final WorkloadReader reader;
    private final WorkloadOrphans orphans;

    /**
     * Makes the rented apps of a node.
     *
     * @param node the node
     */
    public RentedApps(WorkloadContext node) {
        this.node = node;
        this.reader = node.reader(WorkloadKind.APP);
        this.orphans = new WorkloadOrphans(node, WorkloadKind.APP);
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.APP;
    }

    @Override
    public List<Tagged> list() {
        return reader.list(AppQuery.all()).stream()
                .map(RentedApps::tagged)
                .filter(app -> RentalTags.isRental(app.tags()))
                .toList();
    }

    @Override
    public Tagged get(String nameOrId) {
        return tagged(reader.get(nameOrId));
    }

    private static Tagged tagged(App app) {
        return new Tagged(
                app.id(),
                app.name(),
                app.status().toString(),
                app.annotations(),
                app.url().map(URI::toString).stream().toList(),
                UNDER_WAY.contains(app.status()) ? Course.UNDER_WAY : Course.RESTING);
    }

    /** The status of an app shows in its Deployment. */
    @Override
    public Optional<Alarm> alarm(Runnable news) {
        Request deployments =
                Request.list(ApiResource.DEPLOYMENTS, reader.scope("")).query("labelSelector", Labels.RENTAL);
        Watch watch = node.client().watch(deployments, news);
        return Optional.of(watch::close);
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        node.client().send(Request.merge(ApiResource.DEPLOYMENTS, id, Map.of("metadata", Map.of("annotations", tags))));
    }

    @Override
    public void stop(String id) {
        var unused = node.runner().run(ChangeApp.scale(node, id, 0));
    }

    @Override
    public Receipt end(String id) {
        return node.runner().run(DeleteWorkload.app(node, id));
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
