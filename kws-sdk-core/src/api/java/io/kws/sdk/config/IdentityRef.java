package io.kws.sdk.config;

public /* sealed */ interface IdentityRef {
    static IdentityRef id(String id) { throw null; }
    static IdentityRef named(String name) { throw null; }
    static IdentityRef named(String name, DomainRef domain) { throw null; }

    public record ById(String id) implements IdentityRef {
    }

    public record ByName(String name, DomainRef domain) implements IdentityRef {
    }
}
