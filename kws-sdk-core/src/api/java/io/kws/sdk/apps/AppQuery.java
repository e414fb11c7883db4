package io.kws.sdk.apps;

public record AppQuery(String name, String owner, String namespace) {
    public static AppQuery all() { throw null; }
    public static AppQuery in(String namespace) { throw null; }
    public static AppQuery named(String name) { throw null; }
    public static AppQuery ownedBy(String owner) { throw null; }
}
