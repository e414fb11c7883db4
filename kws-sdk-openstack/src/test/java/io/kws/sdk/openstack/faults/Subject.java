package io.kws.sdk.openstack.faults;

import io.kws.sdk.Node;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.SandboxNode;
import java.util.List;

/** What is tried: a use case that makes something rented, of the name {@link #NAME}, and the one that takes it away. */
public interface Subject {
    /** The name of what is made. */
    String NAME = "web-1";

    /** Makes the thing. */
    Receipt make(Node node, RentalId rental);

    /** Takes the thing away. */
    Receipt remove(Node node, String nameOrRental);

    /** Returns the step of taking away before which nothing is known. */
    String search();

    /** Lets the cloud accept what it cannot make. */
    void breakCloud(SandboxNode cloud);

    /** Lets the cloud make it again. */
    default void healCloud(SandboxNode cloud) {}

    /** Returns the letters of the kinds of what stays where the thing stays, sorted. */
    default List<String> parts() {
        return List.of();
    }

    /** Returns the letters of the thing's own kind. */
    String kind();

    /** Returns the statuses that its service refuses with. */
    default List<Integer> refusals() {
        return List.of(400, 401, 403, 404, 409, 413, 500, 502, 503, 504);
    }
}
