package io.kws.sdk.servers;

/**
 * An address of a server. Immutable.
 *
 * @param ip in text form, IPv4 or IPv6
 * @param kind whether it is the server's own or leads to it
 * @param network the name of the network of the server's own address
 */
public record Address(String ip, Kind kind, String network) {
    /** Whether an address is the server's own or leads to it. */
    public enum Kind {
        /** The server's own, on its network. */
        FIXED,
        /** A floating IP that leads to it from outside. */
        FLOATING
    }
}
