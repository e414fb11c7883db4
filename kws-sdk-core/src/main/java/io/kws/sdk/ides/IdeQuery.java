package io.kws.sdk.ides;

/**
 * Selects IDEs to list; empty strings match all. Immutable.
 *
 * @param name the exact name
 * @param owner the owner
 * @param namespace the namespace
 */
public record IdeQuery(String name, String owner, String namespace) {
    /** {@return a query for all IDEs in the namespaces the node is configured with} */
    public static IdeQuery all() {
        return new IdeQuery("", "", "");
    }

    /**
     * Returns a query for a name, which may exist once in each namespace.
     *
     * @param name the exact name
     * @return the query
     */
    public static IdeQuery named(String name) {
        return new IdeQuery(name, "", "");
    }

    /**
     * Returns a query for the IDEs of an owner, including workspaces kept without a rental.
     *
     * @param owner whose
     * @return the query
     */
    public static IdeQuery ownedBy(String owner) {
        return new IdeQuery("", owner, "");
    }
}
