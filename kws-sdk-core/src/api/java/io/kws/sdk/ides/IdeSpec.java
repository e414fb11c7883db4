package io.kws.sdk.ides;

public abstract class IdeSpec extends io.kws.sdk.apps.WorkloadSpec {
    IdeSpec() {}
    public String image() { throw null; }
    public String workspacePath() { throw null; }
    public abstract String name();
    public abstract java.util.Optional<String> workspaceClass();
    public abstract java.util.Optional<java.time.Duration> term();
    public int workspaceGib() { throw null; }
    public io.kws.sdk.apps.PodResources resources() { throw null; }
    public io.kws.sdk.secrets.Secret password() { throw null; }
    public java.time.Duration readyWithin() { throw null; }
    public static final String DEFAULT_IMAGE = String.valueOf((Object) null);
    public static final io.kws.sdk.apps.PodResources DEFAULT_RESOURCES = null;
    public static IdeSpec.NeedsName builder() { throw null; }

    public interface NeedsName {
        IdeSpec.Options name(String name);
    }

    public interface Options extends io.kws.sdk.apps.WorkloadOptions<IdeSpec.Options> {
        IdeSpec build();
        IdeSpec.Options image(String image);
        IdeSpec.Options password(io.kws.sdk.secrets.Secret password);
        IdeSpec.Options workspaceClass(String storageClass);
        IdeSpec.Options workspaceGib(int gib);
        IdeSpec.Options workspacePath(String path);
    }
}
