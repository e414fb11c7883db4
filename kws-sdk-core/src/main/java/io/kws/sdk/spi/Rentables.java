package io.kws.sdk.spi;

import java.util.List;

/**
 * What a node rents out through one driver; a capability of its own. Immutable.
 *
 * @param kinds each kind once
 * @param others what else killed programs may leave there
 */
public record Rentables(List<Rentable> kinds, List<Leftovers> others) {
    /**
     * Copies the lists.
     *
     * @param kinds each kind once
     * @param others what else killed programs may leave there
     */
    public Rentables {
        kinds = List.copyOf(kinds);
        others = List.copyOf(others);
    }

    /**
     * Leaves nothing else.
     *
     * @param kinds each kind once
     */
    public Rentables(List<Rentable> kinds) {
        this(kinds, List.of());
    }
}
