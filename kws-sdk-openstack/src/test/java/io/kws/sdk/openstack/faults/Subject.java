package io.kws.sdk.openstack.faults;

import io.kws.sdk.Node;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.SandboxNode;
import java.util.List;
import java.util.function.Function;

/** What is tried: a use case that makes something rented, of the name {@link #NAME}, and the one that takes it away. */
public interface Subject {
    /** The name of what is made. */
    String NAME = "web-1";

    /** Makes the thing. */
    Receipt make(Node node, RentalId rental);

    /** Begins to make the thing. */
    Making<?> begin(Node node, RentalId rental);

    /** Takes the thing away. */
    Receipt remove(Node node, String nameOrRental);

    /** Returns the step of taking away before which nothing is known. */
    String search();

    /** Lets the cloud accept what it cannot make. */
    void breakCloud(SandboxNode cloud);

    /** Lets the cloud make it again. */
    void healCloud(SandboxNode cloud);

    /** Returns the letters of the kinds of what stays where the thing stays, sorted. */
    List<String> parts();

    /** Returns the letters of the thing's own kind. */
    String kind();

    /**
     * What is being made.
     *
     * @param operation makes it
     * @param receipt reads the receipt of what was made
     */
    record Making<T>(Operation<T> operation, Function<T, Receipt> receipt) {
        Receipt await() {
            return receipt.apply(operation.await());
        }
    }
}
