package io.kws.sdk.openstack.faults;

import io.kws.sdk.Node;
import io.kws.sdk.operations.Operation;

/** A change that can be carried out in the background, and so be cancelled. */
public interface BackgroundChange extends Change {
    /** Begins to carry it out. */
    Operation<?> begin(Node node);

    @Override
    default void act(Node node) {
        begin(node).await();
    }
}
