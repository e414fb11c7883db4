package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.ResourceKind;

/**
 * A resource whose existence could not be checked. Its removal fails with the error of that check, so that the receipt
 * lists the resource as left. For drivers.
 *
 * @param kind its kind
 * @param name its name
 * @param failure the error of the check
 */
public record UnverifiedRemoval(ResourceKind kind, String name, KwsException failure) implements RemovableById {
    @Override
    public void delete(String id) {
        throw failure;
    }
}
