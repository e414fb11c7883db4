package io.kws.sdk.health;

/**
 * How one service of a node does. Immutable.
 *
 * @param service its type in the catalogue, such as {@code compute}; {@code kubernetes} for a cluster
 * @param problem why it does not answer as it should; empty if it does
 */
public record ServiceHealth(String service, String problem) {
    /** {@return whether it answers as it should} */
    public boolean isUp() {
        return problem.isEmpty();
    }

    /** {@return such as {@code compute: up}} */
    @Override
    public String toString() {
        return service + ": " + (isUp() ? "up" : problem);
    }
}
