package io.kws.sdk.health;

import java.util.List;

/** The health of a node, checked by one inexpensive request to each of its services. Immutable. */
public interface NodeHealth {
    /** {@return the name of the node} */
    String node();

    /** {@return the health of the whole node} */
    HealthStatus status();

    /** {@return the health of each service of the node} */
    List<ServiceHealth> services();
}
