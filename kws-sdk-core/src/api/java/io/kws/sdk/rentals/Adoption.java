package io.kws.sdk.rentals;

public abstract class Adoption {
    Adoption() {}
    public String owner() { throw null; }
    public abstract String nameOrId();
    public abstract String node();
    public abstract io.kws.sdk.receipts.ResourceKind kind();
    public abstract java.util.Optional<java.time.Duration> term();
    public static Adoption.NeedsNode builder() { throw null; }

    public interface NeedsKind {
        Adoption.NeedsThing kind(io.kws.sdk.receipts.ResourceKind kind);
    }

    public interface NeedsNode {
        Adoption.NeedsKind node(String node);
    }

    public interface NeedsThing {
        Adoption.Options nameOrId(String nameOrId);
    }

    public interface Options {
        Adoption build();
        Adoption.Options owner(String owner);
        Adoption.Options term(java.time.Duration term);
    }
}
