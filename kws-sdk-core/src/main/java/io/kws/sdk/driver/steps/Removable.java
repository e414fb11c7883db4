package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.ResourceKind;

/**
 * A resource that a use case removes.
 *
 * @param <R> the resource
 */
public interface Removable<R> {
    /** {@return its kind} */
    ResourceKind kind();

    /** {@return its name in the receipt} */
    String name();

    /**
     * Returns its ID.
     *
     * @param made the resource
     * @return the ID
     */
    String id(R made);

    /**
     * Removes the resource and blocks until it is gone. Does nothing if it is gone already.
     *
     * @param made the resource
     */
    void delete(R made);
}
