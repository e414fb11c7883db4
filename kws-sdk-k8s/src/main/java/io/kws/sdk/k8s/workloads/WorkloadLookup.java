package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.Lookup;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.rentals.RentalId;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one app or IDE that a user means by its name, its ID ({@code namespace/name}) or the ID of its rental.
 *
 * @param <T> the app or IDE
 */
public final class WorkloadLookup<T> {
    private final ClusterContext node;
    private final Lookup<T> lookup;
    private final Source<T> source;

    /**
     * Makes a lookup.
     *
     * @param node the node
     * @param lookup reads names and IDs
     * @param source reads apps or IDEs
     */
    public WorkloadLookup(ClusterContext node, Lookup<T> lookup, Source<T> source) {
        this.node = node;
        this.lookup = lookup;
        this.source = source;
    }

    /**
     * Reads apps or IDEs.
     *
     * @param <T> the app or IDE
     */
    public interface Source<T> {
        /**
         * Reads them.
         *
         * @param namespace their namespace; empty for any
         * @param name their name; empty for any
         * @return those of that name
         */
        List<T> list(String namespace, String name);

        /**
         * Reads the one that belongs to a rental.
         *
         * @param rental the rental
         * @return the app or IDE; empty if there is none
         */
        Optional<T> find(RentalId rental);
    }

    /**
     * Looks for the one that is meant.
     *
     * @param nameOrId its name, its ID, or the ID of its rental
     * @return the app or IDE; empty if there is none
     * @throws io.kws.sdk.errors.AmbiguousException if several have the name
     */
    public Optional<T> find(String nameOrId) {
        int slash = nameOrId.indexOf('/');
        String namespace = slash < 0 ? "" : nameOrId.substring(0, slash);
        String name = nameOrId.substring(slash + 1);
        return node.client()
                .located(() -> RentalId.parse(nameOrId)
                        .flatMap(source::find)
                        .or(() -> lookup.find(nameOrId, source.list(namespace, name))));
    }

    /**
     * Returns the one that is meant.
     *
     * @param nameOrId its name, its ID, or the ID of its rental
     * @return the app or IDE
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several have the name
     */
    public T get(String nameOrId) {
        return node.client()
                .located(() -> find(nameOrId).orElseThrow(() -> lookup.missing(nameOrId, source.list("", ""))));
    }
}
