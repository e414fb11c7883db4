package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.ResourceKind;

/**
 * One resource that a use case removes. For drivers.
 *
 * @param <R> the resource
 */
public interface Removable<R> {
    /** {@return what it is} */
    ResourceKind kind();

    /** {@return its name, or what stands for it in a receipt} */
    String name();

    /**
     * Returns its ID.
     *
     * @param made the resource
     * @return the ID
     */
    String id(R made);

    /**
     * Removes it, and returns once it is gone. Fine if it is gone already.
     *
     * @param made what to remove
     */
    void delete(R made);
}
