package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.rentals.RentalId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stores one large object: its segments one after the other, then the manifest that combines them. */
final class StoreLargeObject {
    private static final int MAX_SEGMENTS = 1000;
    private static final int MAX_NAME_BYTES = 1000;
    private static final String FIRST_NUMBER = "00000000";

    private final BucketNode node;
    private final StepContext context;
    private final ObjectTarget target;
    private final String container;
    private final RentalId upload = RentalId.random();
    private final String prefix;
    private final List<Segment> segments = new ArrayList<>();

    StoreLargeObject(BucketNode node, StepContext context, ObjectTarget target) {
        this.node = node;
        this.context = context;
        this.target = target;
        this.container = SwiftNames.segmentsOf(target.container());
        this.prefix = prefix(target.name(), upload);
    }

    /** Returns the prefix of the names of segments: the object's name, or a hash of a name that is too long. */
    static String prefix(String name, RentalId upload) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        String own = "/" + RentalTags.name(upload) + "/";
        boolean fits = bytes.length + own.length() + FIRST_NUMBER.length() <= MAX_NAME_BYTES;
        return (fits ? name : UUID.nameUUIDFromBytes(bytes).toString()) + own;
    }

    /** Tells whether an object is named like the SDK's segments and markers. */
    static boolean isOwn(String name) {
        return Arrays.stream(name.split("/"))
                .anyMatch(word -> RentalTags.rentalIn(word).isPresent());
    }

    /** Creates the container of the segments, if necessary, and the marker by which a sweep recognizes them. */
    void prepare() {
        node.capabilities().requireLargeObjects();
        if (node.containers().head(container).isEmpty()) {
            context.make(
                    new SegmentContainerResource(node.containers(), container, target.container(), target.state()));
        }
        context.make(new UploadMarker(node.containers(), container, upload, target));
    }

    /**
     * Stores the next segment.
     *
     * @param headers adds headers to its request
     * @param resource makes the resource that stores it at a target
     */
    void add(UnaryOperator<Request> headers, Function<ObjectTarget, Resource<Segment>> resource) {
        if (segments.size() == MAX_SEGMENTS) {
            throw new InvalidRequestException(
                    "segments must be at most %d, but the content needs more; use larger segments"
                            .formatted(MAX_SEGMENTS));
        }
        String name = prefix + "%08d".formatted(segments.size());
        Request put = headers.apply(SwiftContainers.request("PUT", container, name));
        Resource<Segment> segment = resource.apply(new ObjectTarget(container, name, put, new UploadState()));
        segments.add(context.make(new SegmentResource(segment, target.state())));
    }

    /** Combines the segments into the object. */
    Segment finish() {
        Segment stored = context.make(new ManifestResource(node.containers(), target, segments));
        deleteMarker();
        return stored;
    }

    /** The object is stored, so the upload must not fail any more; a sweep deletes markers that stay. */
    private void deleteMarker() {
        try {
            node.containers().delete(container, UploadMarker.name(upload));
        } catch (KwsException e) {
            return;
        }
    }
}
