package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** One node: a cloud, a cluster, or both under one name. Immutable; prints no secret. */
@Value.Immutable
public abstract class NodeConfig {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    NodeConfig() {}

    /** {@return where to begin: with the name} */
    public static Name builder() {
        return name -> ImmutableNodeConfig.newBuilder().name(name);
    }

    /** {@return the name, unique in the registry: up to 63 letters, digits, dots, underscores and hyphens} */
    public abstract String name();

    /** {@return the node's cloud; empty if it has none} */
    public abstract Optional<CloudConfig> openstack();

    /** {@return the node's cluster; empty if it has none} */
    public abstract Optional<ClusterConfig> kubernetes();

    /** {@return what further drivers read, by their {@linkplain io.kws.sdk.driver.Driver#configKey keys}; usually empty} */
    public abstract Map<String, ConfigSection> sections();

    /**
     * Returns the SOCKS proxy through which the SDK reaches the node's servers when it waits for their ports, such as
     * {@code socks5://127.0.0.1:1080}; the calls to the services do not use it.
     *
     * @return the proxy; empty to connect directly
     */
    public abstract Optional<URI> serverProxy();

    /** {@return how many calls to the node may be under way at once, 8 unless set; further ones wait} */
    @Value.Default
    public int maxConcurrentCalls() {
        return 8;
    }

    /** Refuses what no driver could use. */
    @Value.Check
    void check() {
        if (!NAME.matcher(name()).matches()) {
            throw new ConfigurationException("the node name \"" + name()
                    + "\" must be up to 63 letters, digits, dots, underscores and hyphens, a letter or digit first");
        }
        if (maxConcurrentCalls() < 1) {
            throw new ConfigurationException("node \"" + name() + "\" must allow at least one call at once");
        }
        if (!serverProxy().map(NodeConfig::isSocks).orElse(true)) {
            throw new ConfigurationException(
                    "the server proxy of node \"" + name() + "\" must look like socks5://host:port");
        }
    }

    private static boolean isSocks(URI proxy) {
        return "socks5".equals(proxy.getScheme())
                && proxy.getHost() != null
                && proxy.getPort() > 0
                && proxy.getRawUserInfo() == null;
    }

    /** Asks for the name. */
    @FunctionalInterface
    public interface Name {
        /**
         * Sets the name by which the registry knows the node.
         *
         * @param name up to 63 letters, digits, dots, underscores and hyphens
         * @return what may be set further
         */
        Builder name(String name);
    }

    /** Sets what the node has. Not thread-safe. */
    public interface Builder {
        /**
         * Sets the node's cloud.
         *
         * @param cloud how to reach it
         * @return this
         */
        Builder openstack(CloudConfig cloud);

        /**
         * Sets the node's cluster.
         *
         * @param cluster how to reach it
         * @return this
         */
        Builder kubernetes(ClusterConfig cluster);

        /**
         * Adds what a further driver reads.
         *
         * @param key the driver's key, as it would stand below the node in {@code kws.yaml}
         * @param section what the driver reads
         * @return this
         */
        Builder putSections(String key, ConfigSection section);

        /**
         * Sets the proxy through which the SDK reaches the node's servers.
         *
         * @param proxy {@code socks5://host:port}
         * @return this
         */
        Builder serverProxy(URI proxy);

        /**
         * Sets how many calls to the node may be under way at once.
         *
         * @param calls at least 1; 8 unless set
         * @return this
         */
        Builder maxConcurrentCalls(int calls);

        /**
         * Returns the finished value.
         *
         * @return the node
         * @throws ConfigurationException if the name, the proxy or the number of calls is not acceptable
         */
        NodeConfig build();
    }
}
