package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;

/**
 * Removes the segments of an object that is no more.
 *
 * @param purge deletes many at once
 * @param container where they are
 * @param segments their names
 */
record SegmentRemoval(BulkPurge purge, String container, List<String> segments) implements Removable<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public String name() {
        return container + "/" + segments.get(0)
                + (segments.size() == 1 ? "" : " and " + (segments.size() - 1) + " more");
    }

    @Override
    public String id(String made) {
        return "";
    }

    @Override
    public void delete(String made) {
        purge.delete(container, segments);
    }
}
