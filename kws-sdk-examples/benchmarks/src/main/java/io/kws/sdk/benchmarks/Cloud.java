package io.kws.sdk.benchmarks;

import io.kws.sdk.benchmarks.clients.Manifests;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A sandbox whose nodes are as fast as they can be, without quotas, and the files by which clients find it. */
public final class Cloud implements AutoCloseable {
    private final Sandbox sandbox;
    private final Path config;

    private Cloud(Sandbox sandbox, Path config) {
        this.sandbox = sandbox;
        this.config = config;
    }

    static Cloud start(int nodes, Path folder) {
        Sandbox sandbox = Sandbox.start(
                IntStream.rangeClosed(1, nodes).mapToObj(i -> "kws" + i).toArray(String[]::new));
        sandbox.nodes().forEach(Cloud::widen);
        return new Cloud(sandbox, sandbox.writeTo(folder));
    }

    private static void widen(SandboxNode node) {
        for (Quota quota : Quota.values()) {
            node.quota(quota, -1);
        }
        node.cluster().addImage(Manifests.IMAGE);
        node.cluster().capacity(1_000_000, 1_000_000, 100_000);
    }

    /** {@return the {@code kws.yaml}} */
    Path config() {
        return config;
    }

    /** {@return the kubeconfig} */
    public Path kubeconfig() {
        return config.resolveSibling("kubeconfig");
    }

    /** {@return the nodes} */
    public List<SandboxNode> nodes() {
        return sandbox.nodes();
    }

    /** {@return the first node} */
    public SandboxNode node() {
        return nodes().get(0);
    }

    /**
     * Lets each answer take longer.
     *
     * @param time what is added to each
     */
    public void latency(Duration time) {
        nodes().forEach(node -> node.latency(time));
    }

    /**
     * Sets how long servers and Pods take to start.
     *
     * @param time how long
     */
    public void bootTime(Duration time) {
        nodes().forEach(node -> node.bootTime(time));
    }

    /** {@return how many requests have come since {@link #forget}} */
    public int requests() {
        return nodes().stream().mapToInt(node -> node.calls().size()).sum();
    }

    /** {@return how many logins} */
    public int logins() {
        return nodes().stream().mapToInt(SandboxNode::logins).sum();
    }

    /** {@return how many connections they came on} */
    public int connections() {
        return nodes().stream().mapToInt(SandboxNode::connections).sum();
    }

    /** Forgets what has come. */
    public void forget() {
        nodes().forEach(SandboxNode::clearCalls);
    }

    /**
     * Returns how a peer calls a node.
     *
     * @param peer which
     * @param node the node
     * @return its name, or the address of its Keystone
     */
    public static String name(Peer peer, SandboxNode node) {
        return peer.argument("").isEmpty() ? node.name() : node.authUrl().toString();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
