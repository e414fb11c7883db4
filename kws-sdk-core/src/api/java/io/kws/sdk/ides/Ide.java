package io.kws.sdk.ides;

public interface Ide {
    String id();
    String name();
    String namespace();
    String node();
    IdeStatus status();
    java.util.Map<String, String> annotations();
    java.util.Optional<String> image();
    java.util.Optional<String> reason();
    java.util.Optional<Workspace> workspace();
    java.util.Optional<io.kws.sdk.rentals.Rental> rental();
    java.util.Optional<java.net.URI> url();
}
