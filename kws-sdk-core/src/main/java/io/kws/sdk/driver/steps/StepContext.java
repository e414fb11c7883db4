package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.ResourceKind;

/** Creates and removes resources for a running step. Only for the step's own thread. */
public interface StepContext {
    /**
     * Creates a resource and records it in the receipt; the runner removes it if the use case fails. If the answer to the
     * create call is lost, looks the resource up before the call is repeated, so there is never a second one. A cancel
     * does not interrupt the call, unless the resource allows it, as the runner must know what it has to undo. Blocks.
     *
     * @param resource the resource to create
     * @param <R> the created resource
     * @return the created resource
     * @throws io.kws.sdk.errors.CancelledException if the use case is being cancelled
     */
    <R> R make(Resource<R> resource);

    /**
     * Removes a resource and records it in the receipt. A failure stops neither this step nor the others: the use case
     * removes what it can and fails at its end. Blocks.
     *
     * @param resource how to remove it
     * @param made the resource to remove
     * @param <R> the resource
     * @throws io.kws.sdk.errors.CancelledException if the use case is being cancelled
     * @return whether it is removed
     */
    <R> boolean remove(Removable<R> resource, R made);

    /**
     * Records in the receipt an existing resource that is used as it is.
     *
     * @param kind its kind
     * @param name its name
     * @param id its ID
     */
    void reuse(ResourceKind kind, String name, String id);

    /**
     * Reports progress. While a resource is being created, a cancel takes effect here.
     *
     * @param detail the progress in a few words
     * @throws io.kws.sdk.errors.CancelledException if the use case is being cancelled
     */
    void report(String detail);
}
