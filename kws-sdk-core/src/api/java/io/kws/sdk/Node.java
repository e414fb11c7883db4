package io.kws.sdk;

public final class Node {
    Node() {}
    public <C, R> R unwrap(Class<C> client, java.util.function.Function<C, R> work) { throw null; }
    public String name() { throw null; }
    public io.kws.sdk.apps.Apps apps() { throw null; }
    public io.kws.sdk.buckets.Buckets buckets() { throw null; }
    public io.kws.sdk.containers.Containers containers() { throw null; }
    public io.kws.sdk.flavors.Flavors flavors() { throw null; }
    public io.kws.sdk.health.NodeHealth health() { throw null; }
    public io.kws.sdk.ides.Ides ides() { throw null; }
    public io.kws.sdk.images.Images images() { throw null; }
    public io.kws.sdk.keypairs.Keypairs keypairs() { throw null; }
    public io.kws.sdk.limits.Limits limits() { throw null; }
    public io.kws.sdk.networks.Networks networks() { throw null; }
    public io.kws.sdk.servers.Servers servers() { throw null; }
    public io.kws.sdk.volumes.Volumes volumes() { throw null; }
}
