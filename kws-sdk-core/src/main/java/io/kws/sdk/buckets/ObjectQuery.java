package io.kws.sdk.buckets;

/**
 * Selects objects to list; empty strings match all. Immutable.
 *
 * @param prefix what their names begin with
 * @param delimiter groups names: those that have it after the prefix are listed as one folder, the name up to and with
 *     it
 */
public record ObjectQuery(String prefix, String delimiter) {
    /** {@return all objects of the bucket} */
    public static ObjectQuery all() {
        return new ObjectQuery("", "");
    }

    /**
     * Returns a query for names that begin alike.
     *
     * @param prefix how
     * @return the query
     */
    public static ObjectQuery startingWith(String prefix) {
        return new ObjectQuery(prefix, "");
    }

    /**
     * Returns a query for what lies directly in a folder, where names are read as paths with slashes.
     *
     * @param folder such as {@code photos/2026}, with or without a slash at its end; empty for the topmost
     * @return the query
     */
    public static ObjectQuery folder(String folder) {
        return new ObjectQuery(folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/", "/");
    }
}
