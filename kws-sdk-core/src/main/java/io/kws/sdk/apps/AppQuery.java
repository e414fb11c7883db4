package io.kws.sdk.apps;

/**
 * Which apps to list; empty texts do not restrict. Immutable.
 *
 * @param name the exact name
 * @param owner the renter
 * @param namespace the namespace
 */
public record AppQuery(String name, String owner, String namespace) {
    /** {@return all apps that the node's configuration lets us see} */
    public static AppQuery all() {
        return new AppQuery("", "", "");
    }

    /**
     * Returns a query for a name, which may be there once in each namespace.
     *
     * @param name the exact name
     * @return the query
     */
    public static AppQuery named(String name) {
        return new AppQuery(name, "", "");
    }

    /**
     * Returns a query for what somebody rents.
     *
     * @param owner the renter
     * @return the query
     */
    public static AppQuery ownedBy(String owner) {
        return new AppQuery("", owner, "");
    }

    /**
     * Returns a query for the apps of a namespace.
     *
     * @param namespace the namespace
     * @return the query
     */
    public static AppQuery in(String namespace) {
        return new AppQuery("", "", namespace);
    }
}
