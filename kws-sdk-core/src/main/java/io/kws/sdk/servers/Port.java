package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;

/**
 * A port, or a range of ports, open to all addresses. Immutable.
 *
 * @param protocol TCP or UDP
 * @param from the first port, 1 to 65535
 * @param to the last port, not below the first
 */
public record Port(Protocol protocol, int from, int to) {
    /** TCP 22. */
    public static final Port SSH = tcp(22);

    /** TCP 80. */
    public static final Port HTTP = tcp(80);

    /** TCP 443. */
    public static final Port HTTPS = tcp(443);

    /** The transport protocol of a port. */
    public enum Protocol {
        /** TCP. */
        TCP,
        /** UDP. */
        UDP
    }

    /**
     * Checks the numbers.
     *
     * @param protocol TCP or UDP
     * @param from the first port
     * @param to the last port
     * @throws InvalidRequestException if a number is out of range, or the first is above the last
     */
    public Port {
        if (from < 1 || to > 65535 || from > to) {
            throw new InvalidRequestException(
                    "ports %d to %d: a port is 1 to 65535, and the first not above the last".formatted(from, to));
        }
    }

    /**
     * Returns a TCP port.
     *
     * @param port the port number
     * @return the port
     */
    public static Port tcp(int port) {
        return new Port(Protocol.TCP, port, port);
    }

    /**
     * Returns a UDP port.
     *
     * @param port the port number
     * @return the port
     */
    public static Port udp(int port) {
        return new Port(Protocol.UDP, port, port);
    }
}
