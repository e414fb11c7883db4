package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.operations.PollInterval;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Connects to the ports of a server, directly or through the node's SOCKS proxy. */
final class Reachability {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final String SSH_GREETING = "SSH-";

    private final Proxy proxy;
    private final Waiting waiting;

    Reachability(Optional<URI> serverProxy, PollInterval pollInterval) {
        this.proxy = serverProxy
                .map(uri -> new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(uri.getHost(), uri.getPort())))
                .orElse(Proxy.NO_PROXY);
        this.waiting = new Waiting(pollInterval);
    }

    /** Waits until a TCP port accepts connections. */
    void awaitPort(String host, int port) {
        await(host, port, "");
    }

    /** Waits until an SSH server sends its greeting. */
    void awaitSsh(String host) {
        await(host, 22, SSH_GREETING);
    }

    /** Waits until a port sends a greeting, or with an empty greeting until it accepts connections. */
    void await(String host, int port, String greeting) {
        String[] lastProblem = {"no answer"};
        waiting.until(
                () -> {
                    Duration remaining = Deadline.current().remaining();
                    Duration limit = remaining.compareTo(ATTEMPT) < 0 ? remaining : ATTEMPT;
                    Optional<String> problem = tryOnce(new InetSocketAddress(host, port), greeting, limit);
                    // an attempt cut short by the deadline adds no information
                    problem.filter(text -> !text.isEmpty()).ifPresent(text -> lastProblem[0] = text);
                    return problem;
                },
                Optional::isEmpty,
                problem -> "port %d of %s did not answer (%s)".formatted(port, host, lastProblem[0]));
    }

    /** Returns the problem, empty text if the attempt was too short to tell; nothing if the port answered. */
    private Optional<String> tryOnce(InetSocketAddress address, String greeting, Duration limit) {
        int limitMillis = (int) limit.toMillis() + 1;
        try (Socket socket = new Socket(proxy)) {
            socket.setSoTimeout(limitMillis);
            socket.connect(address, limitMillis);
            byte[] received = socket.getInputStream().readNBytes(greeting.length());
            boolean expected = new String(received, StandardCharsets.US_ASCII).equals(greeting);
            return expected ? Optional.empty() : Optional.of("no SSH greeting");
        } catch (SocketTimeoutException e) {
            return Optional.of(limit.compareTo(ATTEMPT) < 0 ? "" : "no answer within " + ATTEMPT.toSeconds() + " s");
        } catch (IOException e) {
            return Optional.of(Optional.ofNullable(e.getMessage()).orElse("no answer"));
        }
    }
}
