package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.openstack.client.Reply;
import java.util.List;
import java.util.Optional;

/**
 * What has the name of an object to be stored or deleted.
 *
 * @param isThere whether there is anything
 * @param time when it was stored, as the service writes it; empty if there is nothing
 * @param segments those of a large object, which go with it, in the container that is for them; what other programs keep
 *     elsewhere stays
 */
record PreviousObject(boolean isThere, String time, List<Segment> segments) {
    static PreviousObject of(SwiftContainers containers, String bucket, String name) {
        Optional<Reply> head = containers.head(bucket, name);
        boolean isLarge =
                head.map(Reply::headers).filter(ObjectHeaders::isLarge).isPresent();
        return new PreviousObject(
                head.isPresent(),
                head.map(reply -> reply.header("X-Timestamp")).orElse(""),
                isLarge ? own(Segment.read(containers, bucket, name), bucket) : List.of());
    }

    private static List<Segment> own(List<Segment> segments, String bucket) {
        return segments.stream()
                .filter(segment -> segment.container().equals(SwiftNames.segmentsOf(bucket)))
                .toList();
    }

    List<String> segmentNames() {
        return segments.stream().map(Segment::name).toList();
    }

    /** Removes the segments once their object is no more. */
    void remove(BulkPurge purge, String bucket, StepContext context) {
        if (!segments.isEmpty()) {
            context.remove(new SegmentRemoval(purge, SwiftNames.segmentsOf(bucket), segmentNames()), "");
        }
    }
}
