package io.kws.sdk.networks;

/** A network as Neutron described it at one moment (Networking API v2.0). Immutable. */
public interface Network {
    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name, empty if it has none; several networks may share a name} */
    String name();

    /** {@return the ID of the project that owns it} */
    String projectId();

    /** {@return the state as Neutron names it, such as {@code ACTIVE}} */
    String status();

    /** {@return what can be attached to it} */
    Reach reach();

    /** Tells what can be attached to a network. */
    enum Reach {
        /** Servers of the project that owns it. */
        PRIVATE,
        /** Servers of all projects. */
        SHARED,
        /** Floating IPs; the network connects to the outside. */
        EXTERNAL
    }
}
