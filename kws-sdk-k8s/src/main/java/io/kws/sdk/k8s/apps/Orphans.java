package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Json;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.spi.Leftovers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was made beside apps, or what is made like them, that are no more: that of killed programs, and of Deployments
 * that another hand has deleted.
 *
 * @param node where
 * @param kind beside what
 */
public record Orphans(AppNode node, Kind kind) {
    /**
     * Looks for them. Where anything of a rental is used by a Pod, all of it is.
     *
     * @param living the IDs of the rentals whose things are there
     * @return what is of other rentals
     */
    public List<Leftovers.Part> find(Set<String> living) {
        List<Found> found = new ArrayList<>();
        Delete.parts(kind)
                .forEach(api -> labelled(api)
                        .filter(object -> !living.contains(Labels.get(object, Labels.RENTAL)))
                        .forEach(object -> found.add(new Found(api, object))));
        Set<String> used = found.isEmpty() ? Set.of() : used(found);
        return found.stream()
                .filter(each -> !used.contains(each.rental()))
                .flatMap(Found::part)
                .toList();
    }

    private Stream<JsonNode> labelled(Api api) {
        Request all = Request.list(api, node.reader(kind).scope("")).query("labelSelector", Labels.RENTAL);
        return node.gate().list(all).stream().filter(object -> Kind.of(object) == kind);
    }

    private Set<String> used(List<Found> found) {
        Set<String> used = new HashSet<>();
        Set<String> claims = new HashSet<>();
        for (JsonNode pod :
                node.gate().list(Request.list(Api.PODS, node.reader(kind).scope("")))) {
            used.add(Labels.get(pod, Labels.RENTAL));
            Pods.claims(pod).forEach(claim -> claims.add(Pods.namespace(pod) + "/" + claim));
        }
        found.stream()
                .filter(each -> each.api() == Api.PERSISTENT_VOLUME_CLAIMS && claims.contains(each.id()))
                .forEach(each -> used.add(each.rental()));
        return used;
    }

    private record Found(Api api, JsonNode object) {
        String rental() {
            return Labels.get(object, Labels.RENTAL);
        }

        String id() {
            return Pods.namespace(object) + "/" + Pods.name(object);
        }

        Stream<Leftovers.Part> part() {
            return RentalId.parse(rental()).stream()
                    .map(id -> new Leftovers.Part(
                            id,
                            Removal.kind(api),
                            id(),
                            Json.instant(object.path("metadata").path("creationTimestamp"))));
        }
    }

    /**
     * Takes away those of one rental.
     *
     * @param rental the rental
     * @return what was removed
     */
    public Receipt remove(RentalId rental) {
        return node.runner().run(Delete.rest(node, kind, rental));
    }
}
