package io.kws.sdk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cloud in a jar: independent nodes, each a whole OpenStack and a Kubernetes cluster behind ports of 127.0.0.1, for
 * tests, labs and first steps. Everything is in memory and gone after {@link #close}. Thread-safe.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start("kws1", "kws2")) {
 *     Files.writeString(Path.of("clouds.yaml"), sandbox.cloudsYaml());
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final Map<String, SandboxNode> nodes = new LinkedHashMap<>();

    private Sandbox(Map<String, Integer> ports) {
        try {
            for (Map.Entry<String, Integer> port : ports.entrySet()) {
                nodes.put(port.getKey(), new SandboxNode(port.getKey(), port.getValue()));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts nodes on free ports.
     *
     * @param names the nodes' names
     * @return the running sandbox, to be closed by the caller
     */
    public static Sandbox start(String... names) {
        Builder builder = builder();
        for (String name : names) {
            builder.node(name);
        }
        return builder.start();
    }

    /** {@return a builder, for what {@link #start} cannot say} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a node.
     *
     * @param name its name
     * @return the node
     * @throws IllegalArgumentException if there is none of that name
     */
    public SandboxNode node(String name) {
        SandboxNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("No node \"" + name + "\", only " + nodes.keySet());
        }
        return node;
    }

    /** {@return all nodes in the order they were named} */
    public List<SandboxNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** {@return a clouds.yaml with two clouds for each node, {@code NODE} and {@code NODE-admin}} */
    public String cloudsYaml() {
        return CloudsYaml.of(nodes());
    }

    /** {@return a kubeconfig with one context for each node, named as it; the first is the current one} */
    public String kubeconfig() {
        return Kubeconfig.of(nodes());
    }

    /**
     * Writes {@code clouds.yaml}, {@code kubeconfig} and {@code kws.yaml}, which names both.
     *
     * @param directory where to
     * @return the {@code kws.yaml}
     * @throws UncheckedIOException if they cannot be written
     */
    public Path writeTo(Path directory) {
        Path folder = directory.toAbsolutePath();
        Path clouds = folder.resolve("clouds.yaml");
        Path kubeconfig = folder.resolve("kubeconfig");
        Path kws = folder.resolve("kws.yaml");
        try {
            Files.writeString(clouds, cloudsYaml());
            Files.writeString(kubeconfig, kubeconfig());
            Files.writeString(kws, KwsYaml.of(this, clouds, kubeconfig));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kws;
    }

    /** Stops all nodes; what was in them is gone, and connections are cut. */
    @Override
    public void close() {
        nodes.values().forEach(SandboxNode::close);
    }

    /** Says which nodes to start. */
    public static final class Builder {
        static {
            // Without it each answer waits for the client's delayed acknowledgement, 40 ms.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        }

        private final Map<String, Integer> ports = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a node on a free port.
         *
         * @param name its name
         * @return this
         */
        public Builder node(String name) {
            ports.putIfAbsent(name, 0);
            return this;
        }

        /**
         * Adds a node, or gives one a port.
         *
         * @param name its name
         * @param port its port, 0 for a free one
         * @return this
         */
        public Builder port(String name, int port) {
            ports.put(name, port);
            return this;
        }

        /**
         * Starts the nodes.
         *
         * @return the running sandbox, to be closed by the caller
         */
        public Sandbox start() {
            return new Sandbox(ports);
        }
    }
}
