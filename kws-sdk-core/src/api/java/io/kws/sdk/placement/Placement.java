package io.kws.sdk.placement;

public interface Placement {
    default Placement among(String... nodes) { throw null; }
    default java.util.Set<String> nodes() { throw null; }
    java.util.List<String> order(java.util.List<NodeRoom> candidates);
    static Placement firstOf(String... nodes) { throw null; }
    static Placement mostRoom() { throw null; }
    static Placement spread() { throw null; }
    static Placement spread(String owner) { throw null; }
}
