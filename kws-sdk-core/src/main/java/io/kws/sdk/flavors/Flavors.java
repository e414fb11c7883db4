package io.kws.sdk.flavors;

import java.util.List;
import java.util.Optional;

/**
 * The flavors of a node, as its Nova lists them (Compute API 2.1). Each method blocks, makes at least one call and throws
 * a {@link io.kws.sdk.errors.KwsException} if that fails. Safe for use by many threads.
 */
public interface Flavors {
    /** {@return all flavors the credentials can see, all pages} */
    List<Flavor> list();

    /**
     * Returns a flavor, or nothing.
     *
     * @param nameOrId its name or ID
     * @return the flavor, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several flavors have the name
     */
    Optional<Flavor> find(String nameOrId);

    /**
     * Returns a flavor.
     *
     * @param nameOrId its name or ID
     * @return the flavor
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several flavors have the name
     */
    Flavor get(String nameOrId);
}
