package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.ResourceKind;

/** What a running step may do besides its own calls. For the step's own thread only. */
public interface StepContext {
    /**
     * Makes a resource and notes it on the receipt; the runner removes it if the use case fails. When the answer to the
     * create call is lost, the resource is looked up before the call is repeated, so there is never a second one. The
     * call under way is not interrupted by a cancel, unless the resource allows it: what it makes must be known to be
     * undone.
     *
     * @param resource what to make
     * @param <R> the made resource
     * @return what was made
     * @throws io.kws.sdk.errors.CancelledException if the use case is being given up
     */
    <R> R make(Resource<R> resource);

    /**
     * Removes a resource and notes it on the receipt. A failure does not stop the step or the others: the use case
     * removes what it can, and fails at its end.
     *
     * @param resource how to remove it
     * @param made what to remove
     * @param <R> the made resource
     * @throws io.kws.sdk.errors.CancelledException if the use case is being given up
     * @return whether it is gone
     */
    <R> boolean remove(Removable<R> resource, R made);

    /**
     * Notes on the receipt a resource that was there before and is used as it is.
     *
     * @param kind what it is
     * @param name its name
     * @param id its ID
     */
    void reuse(ResourceKind kind, String name, String id);

    /**
     * Reports what is going on. Within a call that makes something, it is where a cancel takes effect.
     *
     * @param detail in a few words
     * @throws io.kws.sdk.errors.CancelledException if the use case is being given up
     */
    void report(String detail);
}
