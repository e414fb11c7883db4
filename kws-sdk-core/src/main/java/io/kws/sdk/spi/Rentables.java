package io.kws.sdk.spi;

import java.util.List;

/**
 * What a node rents out through one driver; a capability of its own. Immutable.
 *
 * @param kinds each kind once
 */
public record Rentables(List<Rentable> kinds) {
    /**
     * Copies the list.
     *
     * @param kinds each kind once
     */
    public Rentables {
        kinds = List.copyOf(kinds);
    }
}
