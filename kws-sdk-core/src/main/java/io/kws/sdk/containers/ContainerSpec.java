package io.kws.sdk.containers;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Port;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A container to run: name and image are enough. Defaults stand at each method. Prints neither the command nor the
 * environment, which may hold secrets. Immutable.
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
public abstract class ContainerSpec {
    ContainerSpec() {}

    /** {@return a builder, which asks for name and image first} */
    public static NeedsName builder() {
        return ImmutableContainerSpec.newBuilder();
    }

    /** {@return the name: 2 to 255 letters, digits, underscores, hyphens and dots, a letter or digit first} */
    public abstract String name();

    /**
     * {@return the image: of {@link ImageDriver#DOCKER} as {@code docker pull} takes it, such as {@code nginx:1.27} or
     * {@code registry.example.org/team/app}; of {@link ImageDriver#GLANCE} its name or ID. 2 to 255 characters}
     */
    public abstract String image();

    /** {@return where the image comes from; a Docker registry} */
    @Value.Default
    public ImageDriver imageDriver() {
        return ImageDriver.DOCKER;
    }

    /** {@return the command and its arguments, not read by a shell; none: the image's own} */
    @Value.Redacted
    public abstract List<String> command();

    /** {@return environment variables, added to the image's own; none} */
    @Value.Redacted
    public abstract Map<String, String> environment();

    /**
     * {@return the ports opened to everybody, by a security group that Zun makes and takes away with the container; none:
     * the project's default group counts. At most 100 in all, as a range counts for each of its ports}
     */
    public abstract List<Port> exposedPorts();

    /** {@return the share of virtual CPUs; 0: as the service has it, usually 1. Zun usually allows 0.1 to 16} */
    @Value.Default
    public double cpus() {
        return 0;
    }

    /** {@return the memory it may use, in MiB; 0: as the service has it, usually 512. Zun usually allows 4 to 8192} */
    @Value.Default
    public int memoryMib() {
        return 0;
    }

    /**
     * {@return what happens when what it runs ends by itself; nothing. While a container is RESTARTING, Zun lets only an
     * administrator delete it, so one that fails at once again and again is best given a number of restarts}
     */
    @Value.Default
    public RestartPolicy restartPolicy() {
        return RestartPolicy.never();
    }

    /** {@return the name or ID of the network; empty: Zun takes the project's oldest, else the oldest shared one} */
    @Value.Default
    public String network() {
        return "";
    }

    /** {@return the time allowed for all of it, fetching the image included; 5 min} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(5);
    }

    /** {@return who rents it; empty for nobody in particular} */
    @Value.Default
    public String owner() {
        return "";
    }

    /** {@return the renter's own labels; keys that begin with {@code kws.} are the SDK's} */
    public abstract Map<String, String> labels();

    /** {@return for how long it is rented, from now; empty: until it is deleted} */
    public abstract Optional<Duration> term();

    /**
     * {@return the rental's ID; random. Who sets it may repeat a run whose outcome is unknown: a second one with the same
     * ID is a conflict, never a second container}
     */
    @Value.Default
    public RentalId rentalId() {
        return RentalId.random();
    }

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
         * @return what asks for the image
         */
        NeedsImage name(String name);
    }

    /** Asks for the image. */
    public interface NeedsImage {
        /**
         * Sets {@link ContainerSpec#image}.
         *
         * @param image such as {@code nginx:1.27}
         * @return the builder of what is optional
         */
        Options image(String image);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link ContainerSpec#imageDriver}.
         *
         * @param imageDriver where from
         * @return this
         */
        Options imageDriver(ImageDriver imageDriver);

        /**
         * Sets {@link ContainerSpec#command}.
         *
         * @param commandAndArguments such as {@code "sh", "-c", "echo hello"}
         * @return this
         */
        default Options command(String... commandAndArguments) {
            return command(Arrays.asList(commandAndArguments));
        }

        /**
         * Sets {@link ContainerSpec#command}.
         *
         * @param commandAndArguments the command, then its arguments
         * @return this
         */
        Options command(Iterable<String> commandAndArguments);

        /**
         * Sets {@link ContainerSpec#environment}.
         *
         * @param environment values by the variables' names
         * @return this
         */
        Options environment(Map<String, ? extends String> environment);

        /**
         * Sets {@link ContainerSpec#exposedPorts}.
         *
         * @param ports the ports
         * @return this
         */
        default Options exposedPorts(Port... ports) {
            return exposedPorts(Arrays.asList(ports));
        }

        /**
         * Sets {@link ContainerSpec#exposedPorts}.
         *
         * @param ports the ports
         * @return this
         */
        Options exposedPorts(Iterable<? extends Port> ports);

        /**
         * Sets {@link ContainerSpec#cpus}.
         *
         * @param cpus the share, such as 0.5
         * @return this
         */
        Options cpus(double cpus);

        /**
         * Sets {@link ContainerSpec#memoryMib}.
         *
         * @param memoryMib the memory in MiB
         * @return this
         */
        Options memoryMib(int memoryMib);

        /**
         * Sets {@link ContainerSpec#restartPolicy}.
         *
         * @param restartPolicy what happens
         * @return this
         */
        Options restartPolicy(RestartPolicy restartPolicy);

        /**
         * Sets {@link ContainerSpec#network}.
         *
         * @param network the name or ID
         * @return this
         */
        Options network(String network);

        /**
         * Sets {@link ContainerSpec#readyWithin}.
         *
         * @param readyWithin how long
         * @return this
         */
        Options readyWithin(Duration readyWithin);

        /**
         * Sets {@link ContainerSpec#owner}.
         *
         * @param owner at most 255 characters
         * @return this
         */
        Options owner(String owner);

        /**
         * Sets {@link ContainerSpec#labels}.
         *
         * @param labels keys and values of at most 255 characters
         * @return this
         */
        Options labels(Map<String, ? extends String> labels);

        /**
         * Sets {@link ContainerSpec#term}.
         *
         * @param term for how long, from now
         * @return this
         */
        Options term(Duration term);

        /**
         * Sets {@link ContainerSpec#rentalId}.
         *
         * @param rentalId the ID
         * @return this
         */
        Options rentalId(RentalId rentalId);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits; says which and why
         */
        ContainerSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsImage, Options {}
}
