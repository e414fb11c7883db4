package io.kws.sdk.servers;

public record ServerQuery(String name, String owner) {
    public static ServerQuery all() { throw null; }
    public static ServerQuery named(String name) { throw null; }
    public static ServerQuery ownedBy(String owner) { throw null; }
}
