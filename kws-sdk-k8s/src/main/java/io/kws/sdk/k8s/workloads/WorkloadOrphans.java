package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was made beside apps, or what is made like them, that are no more: that of killed programs, and of Deployments
 * that another hand has deleted. As that hand may want the storage, a sweep takes it only after another has noted on it
 * that it has lost its Deployment.
 *
 * @param node where
 * @param kind beside what
 */
public record WorkloadOrphans(WorkloadContext node, WorkloadKind kind) {
    /**
     * Looks for them. Where a Deployment bears a rental's label, or a Pod uses anything of it, all of it is used.
     *
     * @param living the IDs of the rentals whose things are there
     * @return what is of other rentals
     */
    public List<OrphanFinder.Orphan> find(Set<String> living) {
        return left(Labels.RENTAL).stream()
                .filter(each -> !living.contains(each.rental()))
                .flatMap(WorkloadOrphans::part)
                .toList();
    }

    private List<OrphanObject> left(String selector) {
        List<OrphanObject> found = new ArrayList<>();
        DeleteWorkload.parts(kind)
                .forEach(api -> all(api, selector).forEach(object -> found.add(new OrphanObject(api, object))));
        if (found.isEmpty()) {
            return found;
        }
        RentalUsage users = RentalUsage.of(node.client(), node.reader(kind).scope(""), kind);
        Set<String> used = users.rentalsOf(found);
        return found.stream().filter(each -> !used.contains(each.rental())).toList();
    }

    private Stream<JsonNode> all(ApiResource api, String selector) {
        Request all = Request.list(api, node.reader(kind).scope("")).query("labelSelector", selector);
        return node.client().list(all).stream().filter(object -> WorkloadKind.of(object) == kind);
    }

    private static Stream<OrphanFinder.Orphan> part(OrphanObject orphan) {
        return RentalId.parse(orphan.rental()).stream()
                .map(id -> new OrphanFinder.Orphan(id, ObjectRemoval.kind(orphan.api()), orphan.id(), orphan.since()));
    }

    /**
     * Takes away those of one rental.
     *
     * @param rental the rental
     * @return what was removed
     * @throws io.kws.sdk.errors.ConflictException if a Deployment bears the rental's label
     */
    public Receipt remove(RentalId rental) {
        return node.runner().run(DeleteWorkload.rest(node, kind, rental));
    }

    /**
     * Takes away those of one rental, if all of them are still unused, and old. Where there is storage among them that no
     * sweep has noted as abandoned, it only does that.
     *
     * @param rental the rental
     * @param before before when they must have been made, and noted
     * @return what was removed; empty if nothing was
     */
    public Receipt removeOld(RentalId rental, Instant before) {
        List<OrphanObject> left = left(Labels.selector(rental));
        boolean isOld = left.stream().allMatch(each -> each.since().isBefore(before));
        if (left.isEmpty() || !isOld) {
            return Receipt.empty();
        }
        List<OrphanObject> news =
                left.stream().filter(each -> each.isToBeNoted(before)).toList();
        news.forEach(each -> node.client().send(each.note()));
        return news.isEmpty() ? remove(rental) : Receipt.empty();
    }
}
