package io.kws.sdk.apps;

public abstract class AppChange {
    AppChange() {}
    public abstract java.util.List<String> arguments();
    public abstract java.util.List<String> command();
    public abstract java.util.List<String> removedVariables();
    public abstract java.util.Map<String, String> environment();
    public abstract java.util.Map<String, io.kws.sdk.secrets.Secret> secrets();
    public abstract java.util.Optional<String> healthPath();
    public abstract java.util.Optional<String> image();
    public abstract java.util.OptionalInt replicas();
    public PodResources resources() { throw null; }
    public java.time.Duration readyWithin() { throw null; }
    public static AppChange ofImage(String image) { throw null; }
    public static AppChange.Builder builder() { throw null; }

    public interface Builder {
        default AppChange.Builder noHealthPath() { throw null; }
        AppChange build();
        AppChange.Builder arguments(Iterable<String> arguments);
        AppChange.Builder command(Iterable<String> command);
        AppChange.Builder environment(java.util.Map<String, ? extends String> environment);
        AppChange.Builder healthPath(String path);
        AppChange.Builder image(String image);
        AppChange.Builder readyWithin(java.time.Duration readyWithin);
        AppChange.Builder removedVariables(Iterable<String> names);
        AppChange.Builder replicas(int replicas);
        AppChange.Builder resources(PodResources resources);
        AppChange.Builder secrets(java.util.Map<String, ? extends io.kws.sdk.secrets.Secret> secrets);
    }
}
