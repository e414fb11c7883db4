package io.kws.sdk.apps;

public abstract class AppSpec extends WorkloadSpec {
    AppSpec() {}
    public abstract String name();
    public abstract int port();
    public abstract java.util.List<String> arguments();
    public abstract java.util.List<String> command();
    public abstract java.util.Map<String, String> labels();
    public abstract java.util.Optional<String> healthPath();
    public abstract java.util.Optional<Storage> storage();
    public int replicas() { throw null; }
    public AppReadiness readyWhen() { throw null; }
    public Exposure exposure() { throw null; }
    public PodResources resources() { throw null; }
    public java.time.Duration readyWithin() { throw null; }
    public static final PodResources DEFAULT_RESOURCES = null;
    public static AppSpec.NeedsName builder() { throw null; }

    public interface NeedsImage {
        AppSpec.NeedsPort image(String image);
    }

    public interface NeedsName {
        AppSpec.NeedsImage name(String name);
    }

    public interface NeedsPort {
        AppSpec.Options port(int port);
    }

    public interface Options extends WorkloadOptions<AppSpec.Options> {
        AppSpec build();
        AppSpec.Options arguments(Iterable<String> arguments);
        AppSpec.Options command(Iterable<String> command);
        AppSpec.Options exposure(Exposure exposure);
        AppSpec.Options healthPath(String path);
        AppSpec.Options labels(java.util.Map<String, ? extends String> labels);
        AppSpec.Options readyWhen(AppReadiness readyWhen);
        AppSpec.Options replicas(int replicas);
        AppSpec.Options storage(Storage storage);
    }
}
