package io.kws.sdk.buckets;

import java.util.List;

/**
 * What a query has found, all pages. Immutable.
 *
 * @param objects the objects, sorted by the UTF-8 of their names; without metadata and expiry
 * @param folders what the query's delimiter grouped, each once; none without a delimiter
 */
public record ObjectListing(List<StoredObject> objects, List<String> folders) {
    /**
     * Copies the lists.
     *
     * @param objects the objects
     * @param folders the groups
     */
    public ObjectListing {
        objects = List.copyOf(objects);
        folders = List.copyOf(folders);
    }

    /** {@return one line: the number of objects and folders} */
    @Override
    public String toString() {
        return "objects: %d, folders: %d".formatted(objects.size(), folders.size());
    }
}
