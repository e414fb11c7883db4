package io.kws.sdk.servers;

public record Port(Port.Protocol protocol, int from, int to) {
    public static final Port HTTP = null;
    public static final Port HTTPS = null;
    public static final Port SSH = null;
    public static Port tcp(int port) { throw null; }
    public static Port udp(int port) { throw null; }

    public enum Protocol {
        TCP, UDP;
    }
}
