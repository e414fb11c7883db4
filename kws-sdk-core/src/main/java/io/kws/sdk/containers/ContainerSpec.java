package io.kws.sdk.containers;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalSpec;
import io.kws.sdk.rentals.RentalTerms;
import io.kws.sdk.servers.Port;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Describes a container to run. Only name and image are required; each accessor documents its default. Prints neither the
 * command nor the environment, which may contain secrets. Immutable.
 *
 * <pre>{@code
 * ContainerSpec spec = ContainerSpec.builder()
 *     .name("web-1").image("nginx:1.27")
 *     .exposedPorts(Port.HTTP)
 *     .memoryMib(256).cpus(0.5)
 *     .term(Duration.ofDays(30)).owner("alice")
 *     .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class ContainerSpec implements RentalSpec {
    ContainerSpec() {}

    /** {@return a builder, which asks for name and image first} */
    public static NeedsName builder() {
        return ImmutableContainerSpec.newBuilder();
    }

    /** {@return the name: 2 to 255 letters, digits, underscores, hyphens and dots, starting with a letter or digit} */
    @Override
    public abstract String name();

    /**
     * {@return the image, 2 to 255 characters: with {@link ImageDriver#DOCKER} as {@code docker pull} accepts it, such as
     * {@code nginx:1.27} or {@code registry.example.org/team/app}; with {@link ImageDriver#GLANCE} its name or ID}
     */
    public abstract String image();

    /** {@return where the image comes from; a Docker registry by default} */
    @Value.Default
    public ImageDriver imageDriver() {
        return ImageDriver.DOCKER;
    }

    /** {@return the command and its arguments, not run by a shell; empty by default: the image's own} */
    @Value.Redacted
    public abstract List<String> command();

    /** {@return environment variables, added to the image's own; none by default} */
    @Value.Redacted
    public abstract Map<String, String> environment();

    /**
     * {@return the ports opened to everybody, at most 100 including those in ranges, by a security group that Zun creates and
     * deletes with the container; none by default: the project's default group applies}
     */
    public abstract List<Port> exposedPorts();

    /** {@return the number of virtual CPUs, such as 0.5; empty by default: the service decides, usually 1. Zun usually
     *     allows 0.1 to 16} */
    public abstract OptionalDouble cpus();

    /** {@return the most memory the container may use, in MiB; empty by default: the service decides, usually 512. Zun usually allows
     *     4 to 8192} */
    public abstract OptionalInt memoryMib();

    /**
     * {@return whether the container is restarted after its command has ended; never by default. Zun lets only an
     * administrator delete a container while it is RESTARTING, so limit the number of restarts of one that may fail at once}
     */
    @Value.Default
    public RestartPolicy restartPolicy() {
        return RestartPolicy.never();
    }

    /** {@return the name or ID of the network; empty by default: Zun takes the project's oldest network, else the
     *     oldest shared one} */
    public abstract Optional<String> network();

    /** {@return the time limit of the whole run, including the pull of the image; 5 min by default} */
    @Override
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(5);
    }

    /** {@return the renter's own labels; keys beginning with {@code kws.} are reserved} */
    public abstract Map<String, String> labels();

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        ContainerSpecChecks.check(this);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link ContainerSpec#name}.
         *
         * @param name 2 to 255 letters, digits, underscores, hyphens and dots
         * @return the stage that asks for the image
         */
        NeedsImage name(String name);
    }

    /** Asks for the image. */
    public interface NeedsImage {
        /**
         * Sets {@link ContainerSpec#image}.
         *
         * @param image the image, such as {@code nginx:1.27}
         * @return the builder of the options
         */
        Options image(String image);
    }

    /** Sets the options of a container. Not thread-safe. */
    public interface Options extends RentalTerms<Options> {
        /**
         * Sets {@link ContainerSpec#imageDriver}.
         *
         * @param imageDriver where the image comes from
         * @return this builder
         */
        Options imageDriver(ImageDriver imageDriver);

        /**
         * Sets {@link ContainerSpec#command}.
         *
         * @param commandAndArguments the command, then its arguments, such as {@code "sh", "-c", "echo hello"}
         * @return this builder
         */
        default Options command(String... commandAndArguments) {
            return command(Arrays.asList(commandAndArguments));
        }

        /**
         * Sets {@link ContainerSpec#command}.
         *
         * @param commandAndArguments the command, then its arguments
         * @return this builder
         */
        Options command(Iterable<String> commandAndArguments);

        /**
         * Sets {@link ContainerSpec#environment}.
         *
         * @param environment names and values of variables
         * @return this builder
         */
        Options environment(Map<String, ? extends String> environment);

        /**
         * Sets {@link ContainerSpec#exposedPorts}.
         *
         * @param ports the ports
         * @return this builder
         */
        default Options exposedPorts(Port... ports) {
            return exposedPorts(Arrays.asList(ports));
        }

        /**
         * Sets {@link ContainerSpec#exposedPorts}.
         *
         * @param ports the ports
         * @return this builder
         */
        Options exposedPorts(Iterable<? extends Port> ports);

        /**
         * Sets {@link ContainerSpec#cpus}.
         *
         * @param cpus the number of virtual CPUs, such as 0.5
         * @return this builder
         */
        Options cpus(double cpus);

        /**
         * Sets {@link ContainerSpec#memoryMib}.
         *
         * @param memoryMib the memory in MiB, at least 1
         * @return this builder
         */
        Options memoryMib(int memoryMib);

        /**
         * Sets {@link ContainerSpec#restartPolicy}.
         *
         * @param restartPolicy when to restart
         * @return this builder
         */
        Options restartPolicy(RestartPolicy restartPolicy);

        /**
         * Sets {@link ContainerSpec#network}.
         *
         * @param network the name or ID of the network
         * @return this builder
         */
        Options network(String network);

        /**
         * Sets {@link ContainerSpec#labels}.
         *
         * @param labels keys and values of at most 255 characters
         * @return this builder
         */
        Options labels(Map<String, ? extends String> labels);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        ContainerSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, NeedsImage, Options {}
}
