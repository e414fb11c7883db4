package io.kws.sdk.sandbox.guest;

/** Knows what a connection to an address comes to. */
@FunctionalInterface
public interface Reachability {
    /**
     * Finds what a connection comes to.
     *
     * @param address a dotted IPv4 address
     * @param port a TCP port
     * @return what answers there
     */
    Landing connect(String address, int port);
}
