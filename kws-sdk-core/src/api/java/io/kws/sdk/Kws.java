package io.kws.sdk;

public final class Kws implements AutoCloseable {
    Kws() {}
    public Node node(String name) { throw null; }
    public Nodes nodes() { throw null; }
    public io.kws.sdk.fleet.Fleet fleet() { throw null; }
    public io.kws.sdk.rentals.Rentals rentals() { throw null; }
    public io.kws.sdk.sweeps.Sweeps sweeps() { throw null; }
    public io.kws.sdk.watching.RentalWatches watches() { throw null; }
    public static Kws connect() { throw null; }
    public static Kws connect(java.nio.file.Path file) { throw null; }
    public static Kws.Builder builder() { throw null; }
    public void close() { throw null; }

    public static final class Builder {
        Builder() {}
        public Kws build() { throw null; }
        public Kws.Builder clock(java.time.Clock clock) { throw null; }
        public Kws.Builder config(io.kws.sdk.config.KwsConfig config) { throw null; }
        public Kws.Builder node(io.kws.sdk.config.NodeConfig node) { throw null; }
        public Kws.Builder onCall(io.kws.sdk.trace.CallListener listener) { throw null; }
        public Kws.Builder termCaps(io.kws.sdk.rentals.TermCaps caps) { throw null; }
        public Kws.Builder timeouts(io.kws.sdk.operations.Timeouts timeouts) { throw null; }
    }
}
