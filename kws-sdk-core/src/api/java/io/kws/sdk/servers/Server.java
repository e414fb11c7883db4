package io.kws.sdk.servers;

public interface Server {
    String id();
    String name();
    String node();
    default String fault() { throw null; }
    default String flavor() { throw null; }
    default String imageId() { throw null; }
    default String keypair() { throw null; }
    default String task() { throw null; }
    default java.util.Optional<String> host() { throw null; }
    default java.util.Optional<io.kws.sdk.rentals.Rental> rental() { throw null; }
    Server withAddresses(Iterable<? extends Address> addresses);
    ServerStatus status();
    java.time.Instant created();
    java.util.List<String> volumeIds();
    java.util.List<Address> addresses();
    java.util.Map<String, String> metadata();
    static Server.Builder builder() { throw null; }

    public interface Builder {
        Server build();
        Server.Builder addresses(Iterable<? extends Address> addresses);
        Server.Builder created(java.time.Instant created);
        Server.Builder fault(String fault);
        Server.Builder flavor(String flavor);
        Server.Builder id(String id);
        Server.Builder imageId(String imageId);
        Server.Builder keypair(String keypair);
        Server.Builder metadata(java.util.Map<String, ? extends String> metadata);
        Server.Builder name(String name);
        Server.Builder node(String node);
        Server.Builder status(ServerStatus status);
        Server.Builder task(String task);
        Server.Builder volumeIds(Iterable<String> volumeIds);
    }
}
