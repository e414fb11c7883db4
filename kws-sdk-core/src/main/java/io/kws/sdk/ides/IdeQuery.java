package io.kws.sdk.ides;

/**
 * Which IDEs to list; empty texts do not restrict. Immutable.
 *
 * @param name the exact name
 * @param owner whose they are
 * @param namespace the namespace
 */
public record IdeQuery(String name, String owner, String namespace) {
    /** {@return all IDEs that the node's configuration lets us see} */
    public static IdeQuery all() {
        return new IdeQuery("", "", "");
    }

    /**
     * Returns a query for a name, which may be there once in each namespace.
     *
     * @param name the exact name
     * @return the query
     */
    public static IdeQuery named(String name) {
        return new IdeQuery(name, "", "");
    }

    /**
     * Returns a query for what is somebody's, workspaces that are kept without a rental included.
     *
     * @param owner whose
     * @return the query
     */
    public static IdeQuery ownedBy(String owner) {
        return new IdeQuery("", owner, "");
    }
}
