package io.kws.sdk.health;

import java.util.Optional;

/** The health of one service of a node. Immutable. */
public interface ServiceHealth {
    /** {@return the type of the service in the catalog, such as {@code compute}; {@code kubernetes} for a cluster} */
    String service();

    /** {@return the reason it does not work as it should; empty if it does} */
    Optional<String> problem();

    /** {@return whether the service works as it should} */
    default boolean isUp() {
        return problem().isEmpty();
    }
}
