package io.kws.sdk.config;

public record DomainRef(String id, String name) {
    public static final DomainRef DEFAULT = null;
    public static DomainRef id(String id) { throw null; }
    public static DomainRef named(String name) { throw null; }
}
