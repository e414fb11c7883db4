package io.kws.sdk.openstack.faults;

import io.kws.sdk.Node;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.util.function.Function;

/** What can be made in the background, too, and so be cancelled. */
public interface BackgroundSubject extends Subject {
    /** Begins to make the thing. */
    Making<?> begin(Node node, RentalId rental);

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
