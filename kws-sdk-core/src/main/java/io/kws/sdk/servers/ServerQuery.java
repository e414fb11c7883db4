package io.kws.sdk.servers;

/**
 * A filter for listing servers; an empty string matches all. Immutable.
 *
 * @param name the exact name
 * @param owner the renter; only rented servers have one
 */
public record ServerQuery(String name, String owner) {
    /** {@return all servers of the project} */
    public static ServerQuery all() {
        return new ServerQuery("", "");
    }

    /**
     * Returns a query for a name.
     *
     * @param name the exact name
     * @return the query
     */
    public static ServerQuery named(String name) {
        return new ServerQuery(name, "");
    }

    /**
     * Returns a query for the servers of a renter.
     *
     * @param owner the renter
     * @return the query
     */
    public static ServerQuery ownedBy(String owner) {
        return new ServerQuery("", owner);
    }
}
