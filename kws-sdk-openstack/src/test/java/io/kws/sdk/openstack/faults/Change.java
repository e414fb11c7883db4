package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import java.util.List;

/** What is tried: a use case that makes, changes or removes something among other things. */
public interface Change {
    /** Returns what it does, in a few words. */
    String title();

    /** Makes what the use case needs. */
    void prepare(Node node);

    /** Carries the use case out. */
    void act(Node node);

    /** Carries the use case out, if it is one of all nodes. */
    default void act(Kws kws) {
        act(kws.node("kws1"));
    }

    /** Returns what is wrong after a success; an empty text if nothing is. */
    String flaw(Node node);

    /** Returns what is wrong after a failure, besides what is there that should not be; an empty text if nothing is. */
    default String flawAfterFailure(Node node) {
        return "";
    }

    /** Returns the same for a use case of all nodes. */
    default String flawAfterFailure(Kws kws) {
        return flawAfterFailure(kws.node("kws1"));
    }

    /** Takes everything away. */
    void clean(Node node);

    /** Returns the statuses that its service refuses with. */
    default List<Integer> refusals() {
        return List.of(400, 401, 403, 404, 409, 413, 500, 502, 503, 504);
    }

    /** Tells whether it believes a service that says that something is not there. */
    default boolean believesNotFound() {
        return false;
    }
}
