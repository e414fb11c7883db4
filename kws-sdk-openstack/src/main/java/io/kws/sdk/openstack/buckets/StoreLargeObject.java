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

/** Stores one large object: its segments one after the other, then the description that makes them one. */
final class StoreLargeObject {
    private static final int MOST_SEGMENTS = 1000;
    private static final int LONGEST_NAME = 1000;
    private static final String NUMBER = "00000000";

    private final ObjectStore store;
    private final StepContext context;
    private final ObjectResource.Target target;
    private final String container;
    private final RentalId upload = RentalId.random();
    private final String prefix;
    private final List<Segment> segments = new ArrayList<>();

    StoreLargeObject(ObjectStore store, StepContext context, ObjectResource.Target target) {
        this.store = store;
        this.context = context;
        this.target = target;
        this.container = SwiftNames.segmentsOf(target.container());
        this.prefix = prefix(target.name(), upload);
    }

    /** Segments lie under the object's name; one that is too long for that has a shorter one stand for it. */
    static String prefix(String name, RentalId upload) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        String own = "/" + RentalTags.name(upload) + "/";
        boolean fits = bytes.length + own.length() + NUMBER.length() <= LONGEST_NAME;
        return (fits ? name : UUID.nameUUIDFromBytes(bytes).toString()) + own;
    }

    /** Tells whether something has a name such as the SDK gives to segments and marks. */
    static boolean isOwn(String name) {
        return Arrays.stream(name.split("/"))
                .anyMatch(word -> RentalTags.rentalIn(word).isPresent());
    }

    /** Sees to it that there is a place for segments, and that they are known for what they are should nobody finish. */
    void prepare() {
        store.capabilities().requireLargeObjects();
        if (store.containers().head(container).isEmpty()) {
            context.make(
                    new SegmentContainerResource(store.containers(), container, target.container(), target.state()));
        }
        context.make(new UploadMarker(store.containers(), container, upload, target));
    }

    /**
     * Stores the next segment.
     *
     * @param headers adds what it is to have
     * @param part makes what stores it
     */
    void add(UnaryOperator<Request> headers, Function<ObjectResource.Target, Resource<Segment>> part) {
        if (segments.size() == MOST_SEGMENTS) {
            throw new InvalidRequestException(
                    "it needs more than %d segments; make them larger".formatted(MOST_SEGMENTS));
        }
        String name = prefix + "%08d".formatted(segments.size());
        Request put = headers.apply(SwiftContainers.request("PUT", container, name));
        Resource<Segment> resource = part.apply(new ObjectResource.Target(container, name, put, new UploadState()));
        segments.add(context.make(new SegmentResource(resource, target.state())));
    }

    /** Makes the object of the segments. */
    Segment finish() {
        Segment stored = context.make(new ManifestResource(store.containers(), target, segments));
        removeMark();
        return stored;
    }

    /** The object stands, so nothing may fail any more; a mark that stays is a sweep's to remove. */
    private void removeMark() {
        try {
            store.containers().delete(container, UploadMarker.name(upload));
        } catch (KwsException e) {
            return;
        }
    }
}
