package io.kws.sdk.networks;

import java.util.List;
import java.util.Optional;

/**
 * The Neutron networks of a node (Networking API v2.0). Each method blocks, makes at least one call and throws a
 * {@link io.kws.sdk.errors.KwsException} if a call fails. Thread-safe.
 */
public interface Networks {
    /** {@return all networks the credentials can see, all pages} */
    List<Network> list();

    /**
     * Finds a network.
     *
     * @param nameOrId its name or ID
     * @return the network, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several networks have the name
     */
    Optional<Network> find(String nameOrId);

    /**
     * Returns a network.
     *
     * @param nameOrId its name or ID
     * @return the network
     * @throws io.kws.sdk.errors.NotFoundException if it does not exist; the message suggests the closest name
     * @throws io.kws.sdk.errors.AmbiguousException if several networks have the name
     */
    Network get(String nameOrId);
}
