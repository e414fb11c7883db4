package io.kws.sdk.k8s.apps;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.driver.RentalBackend.Course;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.ObjectWatch;
import io.kws.sdk.k8s.rentals.RentedWorkloads;
import io.kws.sdk.k8s.workloads.DeleteWorkload;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import io.kws.sdk.receipts.Receipt;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Apps as rentals; their tags are annotations of the Deployment, with which everything else of the app is deleted. A
 * stopped app has no replicas.
 */
public final class RentedApps extends RentedWorkloads<App> {
    private static final Set<AppStatus> UNDER_WAY = EnumSet.of(AppStatus.PROGRESSING, AppStatus.DELETING);

    private final ClusterContext node;
    private final WorkloadReader reader;

    /**
     * Makes the rented apps of a node.
     *
     * @param node the node
     */
    public RentedApps(ClusterContext node) {
        super(node, WorkloadKind.APP);
        this.node = node;
        this.reader = new WorkloadReader(node, WorkloadKind.APP);
    }

    @Override
    protected List<App> readAll() {
        return reader.list(AppQuery.all());
    }

    @Override
    protected App read(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    protected Tagged tagged(App app) {
        return new Tagged(
                app.id(),
                app.name(),
                app.status().toString(),
                app.annotations(),
                app.url().map(URI::toString).stream().toList(),
                UNDER_WAY.contains(app.status()) ? Course.UNDER_WAY : Course.RESTING);
    }

    /** Watches the Deployments, whose status is that of their apps. */
    @Override
    public Optional<Alarm> alarm(Runnable changed) {
        ObjectWatch watch = node.objects()
                .watch(ObjectQuery.of(ApiResource.DEPLOYMENTS, node.scope("")).labelled(Labels.RENTAL), changed);
        return Optional.of(watch::close);
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        node.objects().annotate(ObjectRef.parse(ManagedKind.DEPLOYMENT, id), tags);
    }

    @Override
    public void stop(String id) {
        var unused = node.runner().run(ChangeApp.scale(node, id, 0));
    }

    @Override
    public Receipt end(String id) {
        return node.runner().run(DeleteWorkload.app(node, id));
    }
}
