package io.kws.sdk.ides;

public record IdeQuery(String name, String owner, String namespace) {
    public static IdeQuery all() { throw null; }
    public static IdeQuery named(String name) { throw null; }
    public static IdeQuery ownedBy(String owner) { throw null; }
}
