package io.kws.sdk.health;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a node does, as found by one cheap question to each of its services. Immutable.
 *
 * @param node the node's name
 * @param status the whole in a word
 * @param services each service that the node has
 */
public record NodeHealth(String node, HealthStatus status, List<ServiceHealth> services) {
    /**
     * Copies the list.
     *
     * @param node the node's name
     * @param status the whole in a word
     * @param services each service that the node has
     */
    public NodeHealth {
        services = List.copyOf(services);
    }

    /** {@return such as {@code kws1 is DEGRADED (compute: up, volume: ...)}} */
    @Override
    public String toString() {
        String each = services.stream().map(ServiceHealth::toString).collect(Collectors.joining(", "));
        return "%s is %s (%s)".formatted(node, status, each);
    }
}
