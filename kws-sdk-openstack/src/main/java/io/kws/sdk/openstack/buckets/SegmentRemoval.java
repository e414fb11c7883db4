package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;

/**
 * Deletes the segments of an object that does not exist any more.
 *
 * @param purge deletes many segments at once
 * @param container their container
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
