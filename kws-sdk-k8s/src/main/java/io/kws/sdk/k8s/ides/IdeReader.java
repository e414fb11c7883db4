package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.StorageClaim;
import io.kws.sdk.k8s.workloads.WorkloadContext;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import io.kws.sdk.rentals.RentalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the IDEs of a node: what runs, and what workspaces there are.
 *
 * @param node where
 */
record IdeReader(WorkloadContext node) {
    private static final Set<String> OF_A_RUN = Set.of(StorageClaim.RUN, StorageClaim.REQUEST);
    private static final Lookup<Ide> LOOKUP = new Lookup<>("IDE", Ide::id, Ide::name);

    List<Ide> list(IdeQuery query) {
        WorkloadReader apps = node.reader(WorkloadKind.IDE);
        Map<String, Ide> ides = new TreeMap<>();
        Map<String, JsonNode> claims = new HashMap<>();
        for (JsonNode claim : claims(query)) {
            claims.put(id(claim), claim);
            ides.put(id(claim), closed(claim));
        }
        apps.list(new AppQuery(query.name(), "", query.namespace()))
                .forEach(app -> ides.put(app.id(), open(app, Optional.ofNullable(claims.get(app.id())))));
        return ides.values().stream()
                .filter(ide -> query.owner().isEmpty()
                        || RentalTags.owner(ide.annotations()).equals(query.owner()))
                .toList();
    }

    private List<JsonNode> claims(IdeQuery query) {
        String selector = WorkloadKind.IDE_LABEL + (query.name().isEmpty() ? "" : "=" + query.name());
        return claims(node.reader(WorkloadKind.IDE).scope(query.namespace()), selector);
    }

    private List<JsonNode> claims(String namespace, String selector) {
        return node.client()
                .list(Request.list(ApiResource.PERSISTENT_VOLUME_CLAIMS, namespace)
                        .query("labelSelector", selector));
    }

    private static String id(JsonNode claim) {
        return Workspaces.namespace(claim) + "/" + Labels.get(claim, WorkloadKind.IDE_LABEL);
    }

    /** What its workspace tells is all there is while it is closed. */
    private Ide closed(JsonNode claim) {
        return IdeValue.builder()
                .node(node.client().node())
                .namespace(Workspaces.namespace(claim))
                .name(Labels.get(claim, WorkloadKind.IDE_LABEL))
                .status(Workspaces.isGoing(claim) ? IdeStatus.CLOSING : IdeStatus.CLOSED)
                .workspace(Workspaces.read(claim))
                .annotations(annotations(claim))
                .build();
    }

    private static Ide open(App app, Optional<JsonNode> claim) {
        return IdeValue.builder()
                .node(app.node())
                .namespace(app.namespace())
                .name(app.name())
                .status(status(app.status()))
                .reason(app.reason())
                .image(app.image())
                .annotations(claim.map(there -> annotations(app, there)).orElse(app.annotations()))
                .url(app.url())
                .workspace(claim.map(Workspaces::read))
                .build();
    }

    /** Which run and request opened it last is nobody's business but the SDK's. */
    private static Map<String, String> annotations(JsonNode claim) {
        Map<String, String> annotations = Workspaces.annotations(claim);
        annotations.keySet().removeAll(OF_A_RUN);
        return annotations;
    }

    /** The rental as it began stands on the Deployment, too; what changes of it later stands on the workspace alone. */
    private static Map<String, String> annotations(App app, JsonNode claim) {
        Map<String, String> rental = annotations(claim);
        if (!RentalTags.isRental(rental)) {
            return app.annotations();
        }
        rental.keySet().removeIf(key -> !SdkAnnotations.isMark(key));
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
    Optional<JsonNode> claim(String namespace, String name) {
        return claims(namespace, WorkloadKind.IDE_LABEL + "=" + name).stream().findFirst();
    }

    Ide get(String nameOrId) {
        return node.client()
                .located(() -> find(nameOrId).orElseThrow(() -> LOOKUP.missing(nameOrId, list(IdeQuery.all()))));
    }

    Optional<Ide> find(String nameOrId) {
        int slash = nameOrId.indexOf('/');
        String namespace = slash < 0 ? "" : nameOrId.substring(0, slash);
        String name = nameOrId.substring(slash + 1);
        return rentedAs(nameOrId)
                .or(() -> node.client().located(() -> LOOKUP.find(nameOrId, list(new IdeQuery(name, "", namespace)))));
    }

    private Optional<Ide> rentedAs(String nameOrId) {
        return RentalId.parse(nameOrId)
                .flatMap(rental -> list(IdeQuery.all()).stream()
                        .filter(ide -> ide.rental()
                                .filter(found -> found.id().equals(rental))
                                .isPresent())
                        .findFirst());
    }
}
