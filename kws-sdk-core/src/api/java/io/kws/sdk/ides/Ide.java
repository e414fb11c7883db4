package io.kws.sdk.ides;

public interface Ide {
    String name();
    String namespace();
    String node();
    default String id() { throw null; }
    default String image() { throw null; }
    default String reason() { throw null; }
    default java.util.Optional<io.kws.sdk.rentals.Rental> rental() { throw null; }
    IdeStatus status();
    java.util.Map<String, String> annotations();
    java.util.Optional<Workspace> workspace();
    java.util.Optional<java.net.URI> url();
    static Ide.Builder builder() { throw null; }

    public interface Builder {
        Ide build();
        Ide.Builder annotations(java.util.Map<String, ? extends String> annotations);
        Ide.Builder image(String image);
        Ide.Builder name(String name);
        Ide.Builder namespace(String namespace);
        Ide.Builder node(String node);
        Ide.Builder reason(String reason);
        Ide.Builder status(IdeStatus status);
        Ide.Builder url(java.net.URI url);
        Ide.Builder workspace(Workspace workspace);
    }
}
