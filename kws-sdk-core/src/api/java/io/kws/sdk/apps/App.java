package io.kws.sdk.apps;

public interface App {
    String image();
    String name();
    String namespace();
    String node();
    default String id() { throw null; }
    default String reason() { throw null; }
    default java.util.Optional<io.kws.sdk.rentals.Rental> rental() { throw null; }
    int availableReplicas();
    int replicas();
    AppStatus status();
    java.time.Instant created();
    java.util.Map<String, String> annotations();
    java.util.Optional<java.net.URI> url();
    static App.Builder builder() { throw null; }

    public interface Builder {
        App build();
        App.Builder annotations(java.util.Map<String, ? extends String> annotations);
        App.Builder availableReplicas(int availableReplicas);
        App.Builder created(java.time.Instant created);
        App.Builder image(String image);
        App.Builder name(String name);
        App.Builder namespace(String namespace);
        App.Builder node(String node);
        App.Builder reason(String reason);
        App.Builder replicas(int replicas);
        App.Builder status(AppStatus status);
        App.Builder url(java.net.URI url);
    }
}
