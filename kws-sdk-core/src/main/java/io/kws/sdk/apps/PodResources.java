package io.kws.sdk.apps;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.style.ValueStyle;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * CPU and memory of each Pod, as Kubernetes defines requests and limits. A request is what the Pod is guaranteed, a limit
 * the most it may use. A value that is not set keeps its default, or in an {@link AppChange} what the app has; 0 means no
 * request or no limit. Immutable.
 *
 * <pre>{@code
 * PodResources resources = PodResources.builder().cpuRequestMillis(100).memoryLimitMib(256).build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class PodResources {
    PodResources() {}

    /** {@return a builder} */
    public static Builder builder() {
        return ImmutablePodResources.newBuilder();
    }

    /**
     * Returns a request of CPU and memory, without limits of its own.
     *
     * @param cpuMillis the CPU in thousandths of a core; 0 for none
     * @param memoryMib the memory in MiB; 0 for none
     * @return the resources
     * @throws io.kws.sdk.errors.InvalidRequestException if a value is negative
     */
    public static PodResources request(int cpuMillis, int memoryMib) {
        return builder().cpuRequestMillis(cpuMillis).memoryRequestMib(memoryMib).build();
    }

    /** {@return the CPU guaranteed to each Pod, in thousandths of a core; 0 for none} */
    public abstract OptionalInt cpuRequestMillis();

    /** {@return the most CPU each Pod may use, in thousandths of a core; 0 for no limit} */
    public abstract OptionalInt cpuLimitMillis();

    /** {@return the memory guaranteed to each Pod, in MiB; 0 for none} */
    public abstract OptionalInt memoryRequestMib();

    /** {@return the most memory each Pod may use, in MiB, beyond which it is killed; 0 for no limit} */
    public abstract OptionalInt memoryLimitMib();

    /**
     * Returns these resources, completed by others.
     *
     * @param defaults the values to use where these have none
     * @return the resources
     * @throws io.kws.sdk.errors.InvalidRequestException if a limit is below what is requested
     */
    public PodResources orElse(PodResources defaults) {
        ImmutablePodResources.Builder all = ImmutablePodResources.newBuilder().from(defaults);
        cpuRequestMillis().ifPresent(all::cpuRequestMillis);
        cpuLimitMillis().ifPresent(all::cpuLimitMillis);
        memoryRequestMib().ifPresent(all::memoryRequestMib);
        memoryLimitMib().ifPresent(all::memoryLimitMib);
        return all.build();
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        cpuRequestMillis().ifPresent(millis -> Require.atLeast("CPU request", 0, millis));
        cpuLimitMillis().ifPresent(millis -> Require.atLeast("CPU limit", 0, millis));
        memoryRequestMib().ifPresent(mib -> Require.atLeast("memory request", 0, "MiB", mib));
        memoryLimitMib().ifPresent(mib -> Require.atLeast("memory limit", 0, "MiB", mib));
        requireRoom("CPU", "thousandths of a core", cpuRequestMillis(), cpuLimitMillis());
        requireRoom("memory", "MiB", memoryRequestMib(), memoryLimitMib());
    }

    private static void requireRoom(String what, String unit, OptionalInt request, OptionalInt limit) {
        int most = limit.orElse(0);
        int least = request.orElse(0);
        Require.that(
                most == 0 || least <= most,
                "%s limit must be at least the request of %d %s, was %d",
                what,
                least,
                unit,
                most);
    }

    /** Sets the resources of each Pod. Not thread-safe. */
    public interface Builder {
        /**
         * Sets {@link PodResources#cpuRequestMillis}.
         *
         * @param millis thousandths of a core; 0 for none
         * @return this builder
         */
        Builder cpuRequestMillis(int millis);

        /**
         * Sets {@link PodResources#cpuLimitMillis}.
         *
         * @param millis thousandths of a core; 0 for no limit
         * @return this builder
         */
        Builder cpuLimitMillis(int millis);

        /**
         * Sets {@link PodResources#memoryRequestMib}.
         *
         * @param mib MiB; 0 for none
         * @return this builder
         */
        Builder memoryRequestMib(int mib);

        /**
         * Sets {@link PodResources#memoryLimitMib}.
         *
         * @param mib MiB; 0 for no limit
         * @return this builder
         */
        Builder memoryLimitMib(int mib);

        /**
         * Returns the resources.
         *
         * @return the resources
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is negative, or a limit is below the request
         */
        PodResources build();
    }
}
