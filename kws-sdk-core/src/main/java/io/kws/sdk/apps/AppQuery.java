package io.kws.sdk.apps;

/**
 * Selects apps to list; empty strings match all. Immutable.
 *
 * @param name the exact name
 * @param owner the renter
 * @param namespace the namespace
 */
public record AppQuery(String name, String owner, String namespace) {
    /** {@return a query for all apps in the namespaces the node is configured with} */
    public static AppQuery all() {
        return new AppQuery("", "", "");
    }

    /**
     * Returns a query for a name, which may exist once in each namespace.
     *
     * @param name the exact name
     * @return the query
     */
    public static AppQuery named(String name) {
        return new AppQuery(name, "", "");
    }

    /**
     * Returns a query for the rentals of an owner.
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
