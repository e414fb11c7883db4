package io.kws.sdk.containers;

public record ContainerQuery(String name, String owner) {
    public static ContainerQuery all() { throw null; }
    public static ContainerQuery named(String name) { throw null; }
    public static ContainerQuery ownedBy(String owner) { throw null; }
}
