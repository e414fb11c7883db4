package io.kws.sdk;

public final class Nodes {
    Nodes() {}
    public boolean remove(String name) { throw null; }
    public Node add(io.kws.sdk.config.NodeConfig config) { throw null; }
    public Node get(String name) { throw null; }
    public Node replace(io.kws.sdk.config.NodeConfig config) { throw null; }
    public java.util.List<String> names() { throw null; }
    public java.util.List<Node> list() { throw null; }
    public java.util.Optional<Node> find(String name) { throw null; }
}
