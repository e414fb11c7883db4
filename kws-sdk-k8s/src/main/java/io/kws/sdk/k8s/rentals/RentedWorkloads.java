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

/**
 * Rents out apps or IDEs; the parts that both share. Thread-safe.
 *
 * @param <T> the app or IDE
 */
public abstract class RentedWorkloads<T> implements RentalBackend {
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

    /** {@return all apps or IDEs, rented or not} */
    protected abstract List<T> readAll();

    /**
     * Returns the app or IDE that is meant.
     *
     * @param nameOrId its name, its ID, or the ID of its rental
     * @return the app or IDE
     */
    protected abstract T read(String nameOrId);

    /**
     * Returns an app or IDE as rentals see it.
     *
     * @param workload the app or IDE
     * @return its tags and state
     */
    protected abstract Tagged tagged(T workload);

    @Override
    public final ResourceKind kind() {
        return kind.rentalKind();
    }

    @Override
    public final List<Tagged> list() {
        return readAll().stream()
                .map(this::tagged)
                .filter(workload -> RentalTags.isRental(workload.tags()))
                .toList();
    }

    @Override
    public final Tagged get(String nameOrId) {
        return tagged(read(nameOrId));
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
