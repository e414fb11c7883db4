package io.kws.sdk.config;

public abstract class NodeConfig {
    NodeConfig() {}
    public abstract String name();
    public abstract java.util.Map<String, ConfigSection> sections();
    public abstract java.util.Optional<CloudConfig> openstack();
    public abstract java.util.Optional<ClusterConfig> kubernetes();
    public abstract java.util.Optional<java.net.URI> serverProxy();
    public int maxConcurrentCalls() { throw null; }
    public static NodeConfig.Name builder() { throw null; }

    public interface Builder {
        NodeConfig build();
        NodeConfig.Builder kubernetes(ClusterConfig cluster);
        NodeConfig.Builder maxConcurrentCalls(int calls);
        NodeConfig.Builder openstack(CloudConfig cloud);
        NodeConfig.Builder putSections(String key, ConfigSection section);
        NodeConfig.Builder serverProxy(java.net.URI proxy);
    }

    public interface Name {
        NodeConfig.Builder name(String name);
    }
}
