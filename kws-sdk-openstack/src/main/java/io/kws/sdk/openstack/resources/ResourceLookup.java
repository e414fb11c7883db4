package io.kws.sdk.openstack.resources;

import io.kws.sdk.driver.Lookup;
import io.kws.sdk.openstack.client.OpenStackClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks up the resources of one kind on one node by name or ID.
 *
 * @param client the node
 * @param lookup names the kind in errors
 * @param find looks for one resource by name or ID
 * @param list lists all of them, to suggest the nearest name
 * @param <T> the resource
 */
public record ResourceLookup<T>(
        OpenStackClient client, Lookup<T> lookup, Function<String, Optional<T>> find, Supplier<List<T>> list) {
    /**
     * Looks for a resource.
     *
     * @param nameOrId its name or ID
     * @return the resource; empty if it does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if several resources have the name
     */
    public Optional<T> find(String nameOrId) {
        return client.located(() -> find.apply(nameOrId));
    }

    /**
     * Returns a resource.
     *
     * @param nameOrId its name or ID
     * @return the resource
     * @throws io.kws.sdk.errors.NotFoundException if it does not exist; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several resources have the name
     */
    public T get(String nameOrId) {
        return client.located(() -> find.apply(nameOrId).orElseThrow(() -> lookup.missing(nameOrId, list.get())));
    }
}
