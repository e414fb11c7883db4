package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.openstack.client.Reply;
import java.util.List;
import java.util.Optional;

/**
 * The object that an upload, copy or deletion finds under a name.
 *
 * @param exists whether there is one
 * @param time when it was stored, as the service writes it; empty if there is none
 * @param segments its segments in the bucket's own container, which are deleted with it; those elsewhere stay
 */
record PreviousObject(boolean exists, String time, List<Segment> segments) {
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

    void recordIn(UploadState state) {
        if (exists) {
            state.replaces(time);
        }
    }

    /** Deletes the segments once the object is replaced. */
    void deleteSegments(BulkPurge purge, String bucket, StepContext context) {
        if (!segments.isEmpty()) {
            context.remove(new SegmentRemoval(purge, SwiftNames.segmentsOf(bucket), segmentNames()), "");
        }
    }
}
