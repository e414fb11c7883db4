package io.kws.sdk.containers;

/**
 * Which containers to list; empty texts do not restrict. Immutable.
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
     * Returns a query for what somebody rents.
     *
     * @param owner the renter
     * @return the query
     */
    public static ContainerQuery ownedBy(String owner) {
        return new ContainerQuery("", owner);
    }
}
