package io.kws.sdk.servers;

/** The condition a rented server must meet before it is returned. Immutable. */
public sealed interface Readiness {
    /**
     * {@return the condition that the server is {@link ServerStatus#ACTIVE}: it runs, but its operating system may
     * still be booting}
     */
    static Readiness active() {
        return new Active();
    }

    /**
     * Returns the condition that a TCP port accepts connections. Open the port with {@link ServerSpec#reachableOn} or a
     * named security group. The SDK connects to it from this machine, or through the node's server proxy.
     *
     * @param port the port number, 1 to 65535
     * @return the condition
     * @throws io.kws.sdk.errors.InvalidRequestException if the number is out of range
     */
    static Readiness tcp(int port) {
        return new TcpPort(Port.tcp(port).from());
    }

    /**
     * {@return the condition that an SSH server sends its banner on port 22, which must be opened and is reached like
     * that of {@link #tcp}}
     */
    static Readiness ssh() {
        return new Ssh();
    }

    /**
     * Returns the condition that cloud-init has finished, according to the console log. If cloud-init fails, the rental
     * fails with cloud-init's message. The image must have cloud-init 17 or later and write its console output to the
     * first serial port, as cloud images do.
     *
     * @return the condition
     */
    static Readiness cloudInit() {
        return new CloudInitFinished();
    }

    /** The server is ACTIVE. */
    record Active() implements Readiness {}

    /**
     * A TCP port accepts connections.
     *
     * @param port the port number
     */
    record TcpPort(int port) implements Readiness {}

    /** An SSH server sends its banner on port 22. */
    record Ssh() implements Readiness {}

    /** cloud-init has finished. */
    record CloudInitFinished() implements Readiness {}
}
