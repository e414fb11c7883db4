package io.kws.sdk.containers;

/**
 * Selects containers to list; empty strings match all. Immutable.
 *
 * @param name the exact name
 * @param owner the renter; only rented containers have one
 */
public record ContainerQuery(String name, String owner) {
    /** {@return all containers of the project} */
    public static ContainerQuery all() {
        return new ContainerQuery("", "");
    }

    /**
     * Returns a query for a name.
     *
     * @param name the exact name
     * @return the query
     */
    public static ContainerQuery named(String name) {
        return new ContainerQuery(name, "");
    }

    /**
     * Returns a query for the rentals of an owner.
     *
     * @param owner the renter
     * @return the query
     */
    public static ContainerQuery ownedBy(String owner) {
        return new ContainerQuery("", owner);
    }
}
