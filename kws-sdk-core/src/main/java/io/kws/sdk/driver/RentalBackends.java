package io.kws.sdk.driver;

import java.util.List;

/**
 * What a node rents out through one driver; a capability of its own. Immutable.
 *
 * @param kinds each kind once
 * @param others what else killed programs may leave there
 */
public record RentalBackends(List<RentalBackend> kinds, List<OrphanFinder> others) {
    /**
     * Copies the lists.
     *
     * @param kinds each kind once
     * @param others what else killed programs may leave there
     */
    public RentalBackends {
        kinds = List.copyOf(kinds);
        others = List.copyOf(others);
    }

    /**
     * Leaves nothing else.
     *
     * @param kinds each kind once
     */
    public RentalBackends(List<RentalBackend> kinds) {
        this(kinds, List.of());
    }
}
