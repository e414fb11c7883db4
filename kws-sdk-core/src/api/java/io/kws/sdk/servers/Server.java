package io.kws.sdk.servers;

public interface Server {
    String id();
    String name();
    String node();
    default java.util.Optional<String> host() { throw null; }
    ServerStatus status();
    java.time.Instant created();
    java.util.List<String> volumeIds();
    java.util.List<Address> addresses();
    java.util.Map<String, String> metadata();
    java.util.Optional<String> fault();
    java.util.Optional<String> flavor();
    java.util.Optional<String> imageId();
    java.util.Optional<String> keypair();
    java.util.Optional<String> task();
    java.util.Optional<io.kws.sdk.rentals.Rental> rental();
}
