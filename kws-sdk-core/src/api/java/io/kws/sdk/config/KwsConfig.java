package io.kws.sdk.config;

public record KwsConfig(java.util.Map<String, NodeConfig> nodes, io.kws.sdk.rentals.TermCaps termCaps) {
    public KwsConfig withTermCaps(io.kws.sdk.rentals.TermCaps caps) { throw null; }
    public NodeConfig node(String name) { throw null; }
    public java.util.List<String> names() { throw null; }
    public static KwsConfig load() { throw null; }
    public static KwsConfig load(java.nio.file.Path file) { throw null; }
    public static KwsConfig of(NodeConfig... nodes) { throw null; }
    public static KwsConfig of(java.util.Collection<NodeConfig> nodes) { throw null; }
}
