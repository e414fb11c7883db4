package io.kws.sdk.networks;

/**
 * A network. Immutable.
 *
 * @param id the ID
 * @param name the name; several networks may share one; empty if it has none
 * @param projectId the project it belongs to
 * @param status Neutron's word for its state, such as {@code ACTIVE}
 * @param reach who can attach to it
 */
public record Network(String id, String name, String projectId, String status, Reach reach) {
    /** Who can attach to a network. */
    public enum Reach {
        /** Servers of its own project. */
        PRIVATE,
        /** Servers of all projects. */
        SHARED,
        /** Floating IPs come from it; it leads outside. */
        EXTERNAL
    }
}
