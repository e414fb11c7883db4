package io.kws.sdk.k8s.rentals;

import io.kws.sdk.driver.OrphanFinder.Orphan;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The part of renting out that apps and IDEs share. Safe for use by many threads. */
public abstract class RentedWorkloads implements RentalBackend {
    private final WorkloadKind kind;
    private final WorkloadOrphans orphans;

    /**
     * Makes the rented workloads of a node.
     *
     * @param node the node
     * @param kind the kind of workload
     */
    protected RentedWorkloads(ClusterContext node, WorkloadKind kind) {
        this.kind = kind;
        this.orphans = new WorkloadOrphans(node, kind);
    }

    /** {@return all workloads of the kind, rented or not} */
    protected abstract List<Tagged> all();

    @Override
    public final ResourceKind kind() {
        return kind.rentalKind();
    }

    @Override
    public final List<Tagged> list() {
        return all().stream()
                .filter(workload -> RentalTags.isRental(workload.tags()))
                .toList();
    }

    @Override
    public final Receipt endRest(RentalId rental) {
        return orphans.remove(rental);
    }

    @Override
    public final Receipt endOrphans(RentalId rental, Instant before) {
        return orphans.removeOld(rental, before);
    }

    @Override
    public final List<Orphan> orphans(Set<String> living) {
        return orphans.find(living);
    }
}
