package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.ResourceKind;

/** A resource that a use case creates, represented by its ID, and removed like any other of its kind. For drivers. */
public interface ResourceById extends Resource<String> {
    /** {@return what removes it; names the resource and its kind, too} */
    RemovableById removal();

    @Override
    default ResourceKind kind() {
        return removal().kind();
    }

    @Override
    default String name() {
        return removal().name();
    }

    @Override
    default String id(String id) {
        return id;
    }

    @Override
    default void delete(String id) {
        removal().delete(id);
    }
}
