package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.transport.Request;
import io.kws.sdk.operations.Resource;
import io.kws.sdk.operations.StepContext;
import io.kws.sdk.rentals.RentalId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stores one large object: its segments one after the other, then the description that makes them one. */
final class LargeStore {
    private static final int MOST_SEGMENTS = 1000;
    private static final int LONGEST_PREFIX = 1000;

    private final ObjectStore store;
    private final StepContext context;
    private final ObjectPart.Target target;
    private final String container;
    private final String prefix;
    private final List<Segment> segments = new ArrayList<>();

    LargeStore(ObjectStore store, StepContext context, ObjectPart.Target target) {
        this.store = store;
        this.context = context;
        this.target = target;
        this.container = Names.segmentsOf(target.container());
        this.prefix = prefix(target.name()) + "/kws-" + RentalId.random() + "/";
    }

    /** Segments lie under the object's name; one that is too long for that has a shorter one stand for it. */
    private static String prefix(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length + "/kws-xxxxxxxxxxxx/00000000".length() <= LONGEST_PREFIX
                ? name
                : UUID.nameUUIDFromBytes(bytes).toString();
    }

    /** Sees to it that there is a place for segments. */
    void prepare() {
        store.capabilities().requireLargeObjects();
        if (store.containers().head(container).isEmpty()) {
            context.make(new SegmentsPart(store.containers(), container, target.container(), target.state()));
        }
    }

    /**
     * Stores the next segment.
     *
     * @param headers adds what it is to have
     * @param part makes what stores it
     */
    void add(UnaryOperator<Request> headers, Function<ObjectPart.Target, Resource<Segment>> part) {
        if (segments.size() == MOST_SEGMENTS) {
            throw new InvalidRequestException(
                    "it needs more than %d segments; make them larger".formatted(MOST_SEGMENTS));
        }
        String name = prefix + "%08d".formatted(segments.size());
        Request put = headers.apply(Containers.request("PUT", container, name));
        Resource<Segment> resource = part.apply(new ObjectPart.Target(container, name, put, new Storing()));
        segments.add(context.make(new SegmentPart(resource, target.state())));
    }

    /** Makes the object of the segments. */
    Segment finish() {
        return context.make(new ManifestPart(store.containers(), target, segments));
    }
}
