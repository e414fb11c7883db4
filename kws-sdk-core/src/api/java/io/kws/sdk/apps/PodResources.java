package io.kws.sdk.apps;

public abstract class PodResources {
    PodResources() {}
    public abstract java.util.OptionalInt cpuLimitMillis();
    public abstract java.util.OptionalInt cpuRequestMillis();
    public abstract java.util.OptionalInt memoryLimitMib();
    public abstract java.util.OptionalInt memoryRequestMib();
    public PodResources orElse(PodResources defaults) { throw null; }
    public static PodResources request(int cpuMillis, int memoryMib) { throw null; }
    public static PodResources.Builder builder() { throw null; }

    public interface Builder {
        PodResources build();
        PodResources.Builder cpuLimitMillis(int millis);
        PodResources.Builder cpuRequestMillis(int millis);
        PodResources.Builder memoryLimitMib(int mib);
        PodResources.Builder memoryRequestMib(int mib);
    }
}
