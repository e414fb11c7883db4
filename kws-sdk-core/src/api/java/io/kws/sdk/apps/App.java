package io.kws.sdk.apps;

public interface App {
    String id();
    String image();
    String name();
    String namespace();
    String node();
    int availableReplicas();
    int replicas();
    AppStatus status();
    java.time.Instant created();
    java.util.Map<String, String> annotations();
    java.util.Optional<String> reason();
    java.util.Optional<io.kws.sdk.rentals.Rental> rental();
    java.util.Optional<java.net.URI> url();
}
