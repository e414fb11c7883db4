package io.kws.sdk.openstack.servers;

import io.kws.sdk.operations.Deadline;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Tries the ports of a server from here, or through the node's SOCKS proxy. */
final class Reachability {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final String SSH_GREETING = "SSH-";

    private final Proxy proxy;
    private final Waiting waiting;

    Reachability(Optional<URI> serverProxy, Pace pace) {
        this.proxy = serverProxy
                .map(uri -> new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(uri.getHost(), uri.getPort())))
                .orElse(Proxy.NO_PROXY);
        this.waiting = new Waiting(pace);
    }

    /** Waits until a TCP port takes connections. */
    void awaitPort(String host, int port) {
        await(host, port, "");
    }

    /** Waits until an SSH server introduces itself. */
    void awaitSsh(String host) {
        await(host, 22, SSH_GREETING);
    }

    private void await(String host, int port, String greeting) {
        waiting.until(
                () -> tryOnce(host, port, greeting),
                String::isEmpty,
                problem -> "port %d of %s did not answer (%s)".formatted(port, host, problem));
    }

    /** Returns what is wrong; empty if nothing is. */
    private String tryOnce(String host, int port, String greeting) {
        int limitMillis = (int) Deadline.current().atMost(ATTEMPT).remaining().toMillis() + 1;
        try (Socket socket = new Socket(proxy)) {
            socket.setSoTimeout(limitMillis);
            socket.connect(new InetSocketAddress(host, port), limitMillis);
            byte[] heard = socket.getInputStream().readNBytes(greeting.length());
            return new String(heard, StandardCharsets.US_ASCII).equals(greeting) ? "" : "no SSH greeting";
        } catch (IOException e) {
            return Optional.ofNullable(e.getMessage()).orElse("no answer");
        }
    }
}
