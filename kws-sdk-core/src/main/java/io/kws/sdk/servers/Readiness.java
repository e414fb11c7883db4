package io.kws.sdk.servers;

/** What must be the case before a rented server is handed over. Immutable. */
public sealed interface Readiness {
    /** {@return the server is {@link ServerStatus#ACTIVE}: the machine runs, its system may still be booting} */
    static Readiness active() {
        return new Active();
    }

    /**
     * Returns a TCP port that takes connections; it must be opened by {@link ServerSpec#reachableOn}, or by a named
     * security group. It is tried from here, or through the node's server proxy.
     *
     * @param port its number, 1 to 65535
     * @return the readiness
     * @throws io.kws.sdk.errors.InvalidRequestException if that is no port
     */
    static Readiness tcp(int port) {
        return new TcpPort(Port.tcp(port).from());
    }

    /** {@return an SSH server that introduces itself on port 22, which must be opened likewise; tried from here, or through the node's server proxy} */
    static Readiness ssh() {
        return new Ssh();
    }

    /**
     * Returns cloud-init has finished, as the console log tells. An error of cloud-init fails the rent with its own
     * words. The image must have cloud-init 17 or later and write its console to the first serial port, as cloud images
     * do.
     *
     * @return the readiness
     */
    static Readiness cloudInit() {
        return new CloudInitFinished();
    }

    /** The server is ACTIVE. */
    record Active() implements Readiness {}

    /**
     * A TCP port takes connections.
     *
     * @param port its number
     */
    record TcpPort(int port) implements Readiness {}

    /** An SSH server introduces itself on port 22. */
    record Ssh() implements Readiness {}

    /** cloud-init has finished. */
    record CloudInitFinished() implements Readiness {}
}
