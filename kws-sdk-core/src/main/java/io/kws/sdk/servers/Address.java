package io.kws.sdk.servers;

/** An IP address of a server. Immutable. */
public interface Address {
    /** {@return the address in text form, IPv4 or IPv6} */
    String ip();

    /** {@return whether the address is fixed or floating} */
    Kind kind();

    /** {@return the name of the network the server is attached to with it} */
    String network();

    /** Tells fixed addresses from floating ones. */
    enum Kind {
        /** An address of the server itself, on its network. */
        FIXED,
        /** A floating IP, which makes the server reachable from outside. */
        FLOATING
    }
}
