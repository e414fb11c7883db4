package io.kws.sdk.driver.steps;

/** A resource that a use case removes, represented by its ID. For drivers. */
public interface RemovableById extends Removable<String> {
    @Override
    default String id(String id) {
        return id;
    }
}
