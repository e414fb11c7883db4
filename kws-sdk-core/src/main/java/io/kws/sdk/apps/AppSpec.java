package io.kws.sdk.apps;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.style.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * Describes an app to deploy. Only name, image and port are required; each accessor documents its default. Immutable.
 *
 * <pre>{@code
 * AppSpec spec = AppSpec.builder()
 *     .name("hello").image("nginx:1.27").port(80)
 *     .replicas(2).healthPath("/healthz")
 *     .owner("alice")
 *     .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class AppSpec extends WorkloadSpec {
    /** The resources of an app by default: 0.05 CPU and 64 MiB are requested, nothing is limited. */
    public static final PodResources DEFAULT_RESOURCES = PodResources.request(50, 64);

    private static final Pattern LABEL = Pattern.compile("|[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

    AppSpec() {}

    /** {@return a builder, which asks for name, image and port first} */
    public static NeedsName builder() {
        return ImmutableAppSpec.newBuilder();
    }

    /**
     * {@return the name, unique in the namespace: 1 to 63 of a-z, 0-9 and hyphens, starting with a letter, not ending with
     * a hyphen}
     */
    @Override
    public abstract String name();

    /** {@return the TCP port the app listens on, 1 to 65535} */
    public abstract int port();

    /** {@return the program that replaces the image's entry point, not run by a shell; empty by default: the image's
     *     own} */
    public abstract List<String> command();

    /** {@return the arguments that replace the image's; empty by default: the image's own} */
    public abstract List<String> arguments();

    /** {@return the number of replicas, at least 1; 1 by default} */
    @Value.Default
    public int replicas() {
        return 1;
    }

    /** {@return CPU and memory of each replica, requests and limits; {@link #DEFAULT_RESOURCES} by default} */
    @Override
    @Value.Default
    public PodResources resources() {
        return DEFAULT_RESOURCES;
    }

    /** {@return the path that answers with a status of 200 to 399 as soon as a replica can serve; empty by default: a replica
     *     can serve as soon as its port accepts connections} */
    public abstract Optional<String> healthPath();

    /** {@return storage that outlives the replicas; none by default. An app with storage has one replica} */
    public abstract Optional<Storage> storage();

    /** {@return where the app can be reached from; from everywhere by default, if it has a host name} */
    @Value.Default
    public Exposure exposure() {
        return Exposure.AS_CONFIGURED;
    }

    /** {@return additional labels of all objects created; keys beginning with {@code kws.} are reserved} */
    public abstract Map<String, String> labels();

    /** {@return the condition for the app to count as ready; all replicas available by default} */
    @Value.Default
    public AppReadiness readyWhen() {
        return AppReadiness.available();
    }

    /** {@return the time limit of the whole deployment; 5 min by default} */
    @Override
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(5);
    }

    /** Fails if a value is out of its limits, and completes the resources. */
    @Value.Check
    AppSpec check() {
        requireLimits();
        Require.range("port", 1, 65535, port());
        Require.atLeast("replicas", 1, replicas());
        Require.that(
                storage().isEmpty() || replicas() == 1,
                "replicas must be 1 for an app with storage, was %d",
                replicas());
        healthPath().ifPresent(path -> WorkloadChecks.checkPath("health path", path));
        WorkloadChecks.checkKeys("a label", labels());
        labels().forEach((key, value) -> Require.matches(
                "value of label " + key, LABEL, "up to 63 letters, digits, dots, underscores and hyphens", value));
        requireReachable();
        PodResources complete = resources().orElse(DEFAULT_RESOURCES);
        return complete.equals(resources())
                ? this
                : ImmutableAppSpec.copyOf(this).withResources(complete);
    }

    private void requireReachable() {
        if (exposure() != Exposure.CLUSTER) {
            return;
        }
        host().ifPresent(host ->
                Require.that(false, "host must be unset for an app exposed to the cluster only, was \"%s\"", host));
        Require.that(
                readyWhen() instanceof AppReadiness.Available,
                "readyWhen must not wait for a URL for an app exposed to the cluster only, which has none");
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link AppSpec#name}.
         *
         * @param name 1 to 63 of a-z, 0-9 and hyphens
         * @return the stage that asks for the image
         */
        NeedsImage name(String name);
    }

    /** Asks for the image. */
    public interface NeedsImage {
        /**
         * Sets {@link AppSpec#image}.
         *
         * @param image the image, with a tag or digest
         * @return the stage that asks for the port
         */
        NeedsPort image(String image);
    }

    /** Asks for the port. */
    public interface NeedsPort {
        /**
         * Sets {@link AppSpec#port}.
         *
         * @param port the TCP port, 1 to 65535
         * @return the builder of the options
         */
        Options port(int port);
    }

    /** Sets the options of an app. Not thread-safe. */
    public interface Options extends WorkloadOptions<Options> {
        /**
         * Sets {@link AppSpec#command}.
         *
         * @param command the program and its first arguments
         * @return this builder
         */
        Options command(Iterable<String> command);

        /**
         * Sets {@link AppSpec#arguments}.
         *
         * @param arguments the arguments
         * @return this builder
         */
        Options arguments(Iterable<String> arguments);

        /**
         * Sets {@link AppSpec#replicas}.
         *
         * @param replicas the number of replicas, at least 1
         * @return this builder
         */
        Options replicas(int replicas);

        /**
         * Sets {@link AppSpec#healthPath}.
         *
         * @param path the path, such as {@code /healthz}
         * @return this builder
         */
        Options healthPath(String path);

        /**
         * Sets {@link AppSpec#storage}.
         *
         * @param storage the storage
         * @return this builder
         */
        Options storage(Storage storage);

        /**
         * Sets {@link AppSpec#exposure}.
         *
         * @param exposure where the app can be reached from
         * @return this builder
         */
        Options exposure(Exposure exposure);

        /**
         * Adds to {@link AppSpec#labels}.
         *
         * @param labels keys and values
         * @return this builder
         */
        Options labels(Map<String, ? extends String> labels);

        /**
         * Sets {@link AppSpec#readyWhen}.
         *
         * @param readyWhen the condition
         * @return this builder
         */
        Options readyWhen(AppReadiness readyWhen);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        AppSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, NeedsImage, NeedsPort, Options {}
}
