package io.kws.sdk.k8s.rentals;

import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.workloads.DeleteWorkload;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects left of apps or IDEs that no longer exist: those of killed programs, and of Deployments that were deleted
 * without the SDK. As the storage may still be wanted then, a sweep deletes it only if an earlier one has noted on it that
 * it has lost its Deployment.
 *
 * @param node the node
 * @param kind what the objects were created for
 */
record WorkloadOrphans(ClusterContext node, WorkloadKind kind) {
    /**
     * Looks for them. A rental is in use as long as a Deployment has its label, or a Pod uses anything of it.
     *
     * @param living the IDs of the rentals that exist
     * @return the objects of other rentals
     */
    public List<OrphanFinder.Orphan> find(Set<String> living) {
        return unused(Labels.RENTAL).stream()
                .filter(each -> !living.contains(each.rental()))
                .flatMap(each -> orphan(each).stream())
                .toList();
    }

    private List<OrphanObject> unused(String selector) {
        List<OrphanObject> found = new ArrayList<>();
        kind.deletedWithDeployment()
                .forEach(each -> all(each, selector).forEach(object -> found.add(new OrphanObject(each, object))));
        if (found.isEmpty()) {
            return found;
        }
        Set<String> used = RentalUsage.of(node.objects(), node.scope(""), kind).inUse(found);
        return found.stream().filter(each -> !used.contains(each.rental())).toList();
    }

    private Stream<KubeObject> all(ManagedKind of, String selector) {
        return node.objects().list(ObjectQuery.of(of.api(), node.scope("")).labelled(selector)).stream()
                .filter(object -> WorkloadKind.of(object) == kind);
    }

    private static Optional<OrphanFinder.Orphan> orphan(OrphanObject object) {
        return RentalId.parse(object.rental())
                .map(id -> new OrphanFinder.Orphan(id, object.kind().receiptKind(), object.id(), object.since()));
    }

    /**
     * Deletes those of one rental.
     *
     * @param rental the rental
     * @return what was deleted
     * @throws io.kws.sdk.errors.ConflictException if a Deployment has the rental's label
     */
    public Receipt remove(RentalId rental) {
        return node.runner().run(DeleteWorkload.leftovers(node, kind, rental));
    }

    /**
     * Deletes those of one rental, if all of them are still unused, and old enough. If there is storage among them that no
     * sweep has noted as abandoned, it only notes that.
     *
     * @param rental the rental
     * @param before the time before which they must have been created or noted
     * @return what was deleted; empty if nothing was
     */
    public Receipt removeOld(RentalId rental, Instant before) {
        List<OrphanObject> left = unused(Labels.selector(rental.value()));
        boolean isOld = left.stream().allMatch(each -> each.since().isBefore(before));
        if (left.isEmpty() || !isOld) {
            return Receipt.empty();
        }
        List<OrphanObject> toBeNoted =
                left.stream().filter(each -> each.isToBeNoted(before)).toList();
        toBeNoted.forEach(each -> each.note(node.objects()));
        return toBeNoted.isEmpty() ? remove(rental) : Receipt.empty();
    }
}
