package io.kws.sdk.k8s.ides;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.IdeValue;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeQuery;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadLookup;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import io.kws.sdk.rentals.RentalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the IDEs of a node: those that are open, and the workspaces of those that are closed.
 *
 * @param node the node
 */
record IdeReader(ClusterContext node) {
    private static final Set<String> OF_A_RUN = Set.of(StorageClaim.RUN, StorageClaim.REQUEST);

    List<Ide> list(IdeQuery query) {
        Map<String, Ide> ides = new TreeMap<>();
        Map<String, KubeObject> claims = new HashMap<>();
        for (KubeObject claim : claims(query)) {
            claims.put(id(claim), claim);
            ides.put(id(claim), closed(claim));
        }
        new WorkloadReader(node, WorkloadKind.IDE)
                .list(new AppQuery(query.name(), "", query.namespace()))
                .forEach(app -> ides.put(app.id(), open(app, Optional.ofNullable(claims.get(app.id())))));
        return ides.values().stream()
                .filter(ide -> query.owner().isEmpty()
                        || RentalTags.owner(ide.annotations()).equals(query.owner()))
                .toList();
    }

    private List<KubeObject> claims(IdeQuery query) {
        String selector = WorkloadKind.IDE_LABEL + (query.name().isEmpty() ? "" : "=" + query.name());
        return claims(node.scope(query.namespace()), selector);
    }

    private List<KubeObject> claims(String namespace, String selector) {
        return node.objects()
                .list(ObjectQuery.of(ApiResource.PERSISTENT_VOLUME_CLAIMS, namespace)
                        .labelled(selector));
    }

    private static String id(KubeObject claim) {
        return claim.namespace() + "/" + Workspaces.ide(claim);
    }

    /** Reads a closed IDE, of which there is its workspace only. */
    private Ide closed(KubeObject claim) {
        return IdeValue.builder()
                .node(node.client().node())
                .namespace(claim.namespace())
                .name(Workspaces.ide(claim))
                .status(claim.isBeingDeleted() ? IdeStatus.CLOSING : IdeStatus.CLOSED)
                .workspace(Workspaces.read(claim))
                .annotations(annotations(claim))
                .build();
    }

    private static Ide open(App app, Optional<KubeObject> claim) {
        return IdeValue.builder()
                .node(app.node())
                .namespace(app.namespace())
                .name(app.name())
                .status(status(app.status()))
                .reason(app.reason())
                .image(app.image())
                .annotations(claim.map(workspace -> annotations(app, workspace)).orElse(app.annotations()))
                .url(app.url())
                .workspace(claim.map(Workspaces::read))
                .build();
    }

    /** Leaves out which run and request opened the IDE last. */
    private static Map<String, String> annotations(KubeObject claim) {
        Map<String, String> annotations = claim.annotations();
        annotations.keySet().removeAll(OF_A_RUN);
        return annotations;
    }

    /** The Deployment has the rental as it began; later changes of it are on the workspace only. */
    private static Map<String, String> annotations(App app, KubeObject claim) {
        Map<String, String> rental = annotations(claim);
        if (!RentalTags.isRental(rental)) {
            return app.annotations();
        }
        rental.keySet().removeIf(key -> !SdkAnnotations.isOurs(key));
        Map<String, String> all = RentalTags.withoutRental(app.annotations());
        all.putAll(rental);
        return all;
    }

    private static IdeStatus status(AppStatus status) {
        return switch (status) {
            case AVAILABLE -> IdeStatus.OPEN;
            case PROGRESSING -> IdeStatus.OPENING;
            case DEGRADED, FAILED -> IdeStatus.FAILED;
            case STOPPED -> IdeStatus.CLOSED;
            case DELETING -> IdeStatus.CLOSING;
        };
    }

    /** Returns the IDE of an app that has just been deployed. */
    Ide open(App app) {
        return open(app, claim(app.namespace(), app.name()));
    }

    /** Returns the claim of an IDE's workspace, if there is one. */
    Optional<KubeObject> claim(String namespace, String name) {
        return claims(namespace, WorkloadKind.IDE_LABEL + "=" + name).stream().findFirst();
    }

    Ide get(String nameOrId) {
        return lookup().get(nameOrId);
    }

    Optional<Ide> find(String nameOrId) {
        return lookup().find(nameOrId);
    }

    private WorkloadLookup<Ide> lookup() {
        return new WorkloadLookup<>(
                node, new Lookup<>(WorkloadKind.IDE.noun(), Ide::id, Ide::name), new WorkloadLookup.Source<>() {
                    @Override
                    public List<Ide> list(String namespace, String name) {
                        return IdeReader.this.list(new IdeQuery(name, "", namespace));
                    }

                    @Override
                    public Optional<Ide> find(RentalId rental) {
                        return IdeReader.this.list(IdeQuery.all()).stream()
                                .filter(ide -> ide.rental()
                                        .filter(found -> found.id().equals(rental))
                                        .isPresent())
                                .findFirst();
                    }
                });
    }
}
