package io.kws.sdk.servers;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalSpec;
import io.kws.sdk.rentals.RentalTerms;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Describes a server to rent. Only name, image and flavor are required; each accessor documents its default. {@code
 * toString} omits secrets. Immutable.
 *
 * <pre>{@code
 * ServerSpec spec = ServerSpec.builder()
 *     .name("web-1").image("ubuntu-22.04").flavor("m1.small")
 *     .reachableOn(Port.SSH, Port.HTTP)
 *     .readyWhen(Readiness.ssh())
 *     .term(Duration.ofDays(30)).owner("alice")
 *     .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class ServerSpec implements RentalSpec {
    ServerSpec() {}

    /** {@return a builder, which requires name, image and flavor first} */
    public static NeedsName builder() {
        return ImmutableServerSpec.newBuilder();
    }

    /** {@return the name, also the host name: 1 to 63 letters, digits, hyphens and dots, starting and ending with a letter or
     *     digit} */
    @Override
    public abstract String name();

    /** {@return the name or ID of the image} */
    public abstract String image();

    /** {@return the name or ID of the flavor} */
    public abstract String flavor();

    /** {@return the way to log in; a new keypair by default} */
    @Value.Default
    public Login login() {
        return Login.newKeypair();
    }

    /** {@return the user to log in as; empty by default: the image's default user} */
    public abstract Optional<String> user();

    /** {@return the renter's cloud-init, merged with the cloud-init for the login; none by default} */
    @Value.Default
    public CloudInit cloudInit() {
        return CloudInit.none();
    }

    /** {@return the name or ID of the network; empty by default: the only network of the node} */
    public abstract Optional<String> network();

    /** {@return whether the server gets a floating IP; {@link FloatingIp#AS_NEEDED} by default} */
    @Value.Default
    public FloatingIp floatingIp() {
        return FloatingIp.AS_NEEDED;
    }

    /** {@return the name or ID of the external network for the floating IP; empty by default: the node's only one} */
    public abstract Optional<String> externalNetwork();

    /** {@return the size in GiB, at least 1, of a volume to boot from, which Nova creates and deletes with the server; empty by default: the
     *     server boots from the flavor's own disk} */
    public abstract OptionalInt bootVolumeGib();

    /** {@return the availability zone; empty by default: the service chooses} */
    public abstract Optional<String> availabilityZone();

    /** {@return the condition under which the server counts as ready; {@link ServerStatus#ACTIVE} by default} */
    @Value.Default
    public Readiness readyWhen() {
        return Readiness.active();
    }

    /**
     * {@return the time limit for the whole rental; by default 5 min to become ACTIVE, and 3 min more for any other
     * condition}
     */
    @Override
    @Value.Default
    public Duration readyWithin() {
        return readyWhen() instanceof Readiness.Active ? Duration.ofMinutes(5) : Duration.ofMinutes(8);
    }

    /** {@return the ports opened to all addresses by a security group created for the server; none by default} */
    public abstract List<Port> reachableOn();

    /** {@return the names or IDs of additional security groups, which are kept when the server is released; none by default. A
     *     server with no group and no open ports gets the project's default group} */
    public abstract List<String> securityGroups();

    /** {@return the renter's metadata; keys beginning with {@code kws.} are reserved} */
    public abstract Map<String, String> metadata();

    /** Fails if a value is out of range. */
    @Value.Check
    void check() {
        ServerSpecChecks.check(this);
    }

    /** Requires the name. */
    public interface NeedsName {
        /**
         * Sets {@link ServerSpec#name}.
         *
         * @param name 1 to 63 letters, digits, hyphens and dots
         * @return the stage that requires the image
         */
        NeedsImage name(String name);
    }

    /** Requires the image. */
    public interface NeedsImage {
        /**
         * Sets {@link ServerSpec#image}.
         *
         * @param image the name or ID of the image
         * @return the stage that requires the flavor
         */
        NeedsFlavor image(String image);
    }

    /** Requires the flavor. */
    public interface NeedsFlavor {
        /**
         * Sets {@link ServerSpec#flavor}.
         *
         * @param flavor the name or ID of the flavor
         * @return the builder of the options
         */
        Options flavor(String flavor);
    }

    /** Sets the options of a server. Not thread-safe. */
    public interface Options extends RentalTerms<Options> {
        /**
         * Sets {@link ServerSpec#login}.
         *
         * @param login the way to log in
         * @return this builder
         */
        Options login(Login login);

        /**
         * Sets {@link ServerSpec#user}.
         *
         * @param user the name of a Linux user
         * @return this builder
         */
        Options user(String user);

        /**
         * Sets {@link ServerSpec#cloudInit}.
         *
         * @param cloudInit the cloud-init
         * @return this builder
         */
        Options cloudInit(CloudInit cloudInit);

        /**
         * Sets {@link ServerSpec#network}.
         *
         * @param network the name or ID of the network
         * @return this builder
         */
        Options network(String network);

        /**
         * Sets {@link ServerSpec#floatingIp}.
         *
         * @param floatingIp whether the server gets one
         * @return this builder
         */
        Options floatingIp(FloatingIp floatingIp);

        /**
         * Sets {@link ServerSpec#externalNetwork}.
         *
         * @param externalNetwork the name or ID of the network
         * @return this builder
         */
        Options externalNetwork(String externalNetwork);

        /**
         * Sets {@link ServerSpec#bootVolumeGib}.
         *
         * @param bootVolumeGib the size in GiB, at least 1
         * @return this builder
         */
        Options bootVolumeGib(int bootVolumeGib);

        /**
         * Sets {@link ServerSpec#availabilityZone}.
         *
         * @param availabilityZone the zone
         * @return this builder
         */
        Options availabilityZone(String availabilityZone);

        /**
         * Sets {@link ServerSpec#readyWhen}.
         *
         * @param readyWhen the condition
         * @return this builder
         */
        Options readyWhen(Readiness readyWhen);

        /**
         * Sets {@link ServerSpec#reachableOn}.
         *
         * @param ports the ports
         * @return this builder
         */
        default Options reachableOn(Port... ports) {
            return reachableOn(Arrays.asList(ports));
        }

        /**
         * Sets {@link ServerSpec#reachableOn}.
         *
         * @param ports the ports
         * @return this builder
         */
        Options reachableOn(Iterable<? extends Port> ports);

        /**
         * Sets {@link ServerSpec#securityGroups}.
         *
         * @param namesOrIds names or IDs of security groups
         * @return this builder
         */
        Options securityGroups(Iterable<String> namesOrIds);

        /**
         * Sets {@link ServerSpec#metadata}.
         *
         * @param metadata keys and values of at most 255 characters
         * @return this builder
         */
        Options metadata(Map<String, ? extends String> metadata);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of range
         */
        ServerSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, NeedsImage, NeedsFlavor, Options {}
}
