package io.kws.sdk.servers;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A server to rent: name, image and flavor are enough. Defaults stand at each method. Prints no secret. Immutable.
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
public abstract class ServerSpec {
    ServerSpec() {}

    /** {@return a builder, which asks for name, image and flavor first} */
    public static NeedsName builder() {
        return ImmutableServerSpec.newBuilder();
    }

    /** {@return the name: 1 to 63 letters, digits, hyphens and dots, a letter or digit first and last; also the host name} */
    public abstract String name();

    /** {@return the name or ID of the image} */
    public abstract String image();

    /** {@return the name or ID of the flavor} */
    public abstract String flavor();

    /** {@return how the renter gets in; a new keypair} */
    @Value.Default
    public Login login() {
        return Login.newKeypair();
    }

    /** {@return the user to log in as; empty: the image tells} */
    @Value.Default
    public String user() {
        return "";
    }

    /** {@return the renter's own cloud-init, merged with what the login needs; none} */
    @Value.Default
    public CloudInit cloudInit() {
        return CloudInit.none();
    }

    /** {@return the name or ID of the network; empty: the only one there is} */
    @Value.Default
    public String network() {
        return "";
    }

    /** {@return whether it gets a floating IP; as needed} */
    @Value.Default
    public FloatingIp floatingIp() {
        return FloatingIp.AS_NEEDED;
    }

    /** {@return the name or ID of the external network for the floating IP; empty: the only one there is} */
    @Value.Default
    public String externalNetwork() {
        return "";
    }

    /** {@return the size of a volume to boot from, which Nova makes and takes away with the server; 0: boot from the flavor's own disk} */
    @Value.Default
    public int bootVolumeGib() {
        return 0;
    }

    /** {@return the availability zone; empty: the service chooses} */
    @Value.Default
    public String availabilityZone() {
        return "";
    }

    /** {@return what must be the case before it is handed over; ACTIVE} */
    @Value.Default
    public Readiness readyWhen() {
        return Readiness.active();
    }

    /** {@return the time allowed for all of it; 5 min to be ACTIVE and 3 more for any other readiness} */
    @Value.Default
    public Duration readyWithin() {
        return readyWhen() instanceof Readiness.Active ? Duration.ofMinutes(5) : Duration.ofMinutes(8);
    }

    /** {@return who rents it; empty for nobody in particular} */
    @Value.Default
    public String owner() {
        return "";
    }

    /** {@return the ports opened to everybody, by a security group made for the server; none} */
    public abstract List<Port> reachableOn();

    /** {@return names or IDs of further security groups, which stay when the server goes; none, and no
     *     ports opened: the project's default group} */
    public abstract List<String> securityGroups();

    /** {@return the renter's own metadata; keys that begin with {@code kws.} are the SDK's} */
    public abstract Map<String, String> metadata();

    /** {@return for how long it is rented, from now; empty: until it is released} */
    public abstract Optional<Duration> term();

    /**
     * {@return the rental's ID; random. Who sets it may repeat a rent whose outcome is unknown: a second one with the same
     * ID is a conflict, never a second server}
     */
    @Value.Default
    public RentalId rentalId() {
        return RentalId.random();
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        ServerSpecChecks.check(this);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link ServerSpec#name}.
         *
         * @param name 1 to 63 letters, digits, hyphens and dots
         * @return what asks for the image
         */
        NeedsImage name(String name);
    }

    /** Asks for the image. */
    public interface NeedsImage {
        /**
         * Sets {@link ServerSpec#image}.
         *
         * @param image its name or ID
         * @return what asks for the flavor
         */
        NeedsFlavor image(String image);
    }

    /** Asks for the flavor. */
    public interface NeedsFlavor {
        /**
         * Sets {@link ServerSpec#flavor}.
         *
         * @param flavor its name or ID
         * @return the builder of what is optional
         */
        Options flavor(String flavor);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link ServerSpec#login}.
         *
         * @param login how
         * @return this
         */
        Options login(Login login);

        /**
         * Sets {@link ServerSpec#user}.
         *
         * @param user the name
         * @return this
         */
        Options user(String user);

        /**
         * Sets {@link ServerSpec#cloudInit}.
         *
         * @param cloudInit the cloud-init
         * @return this
         */
        Options cloudInit(CloudInit cloudInit);

        /**
         * Sets {@link ServerSpec#network}.
         *
         * @param network the name or ID
         * @return this
         */
        Options network(String network);

        /**
         * Sets {@link ServerSpec#floatingIp}.
         *
         * @param floatingIp whether
         * @return this
         */
        Options floatingIp(FloatingIp floatingIp);

        /**
         * Sets {@link ServerSpec#externalNetwork}.
         *
         * @param externalNetwork the name or ID
         * @return this
         */
        Options externalNetwork(String externalNetwork);

        /**
         * Sets {@link ServerSpec#bootVolumeGib}.
         *
         * @param bootVolumeGib the size in GiB
         * @return this
         */
        Options bootVolumeGib(int bootVolumeGib);

        /**
         * Sets {@link ServerSpec#availabilityZone}.
         *
         * @param availabilityZone the zone
         * @return this
         */
        Options availabilityZone(String availabilityZone);

        /**
         * Sets {@link ServerSpec#readyWhen}.
         *
         * @param readyWhen what
         * @return this
         */
        Options readyWhen(Readiness readyWhen);

        /**
         * Sets {@link ServerSpec#readyWithin}.
         *
         * @param readyWithin how long
         * @return this
         */
        Options readyWithin(Duration readyWithin);

        /**
         * Sets {@link ServerSpec#owner}.
         *
         * @param owner at most 255 characters
         * @return this
         */
        Options owner(String owner);

        /**
         * Sets {@link ServerSpec#reachableOn}.
         *
         * @param ports the ports
         * @return this
         */
        default Options reachableOn(Port... ports) {
            return reachableOn(Arrays.asList(ports));
        }

        /**
         * Sets {@link ServerSpec#reachableOn}.
         *
         * @param ports the ports
         * @return this
         */
        Options reachableOn(Iterable<? extends Port> ports);

        /**
         * Sets {@link ServerSpec#securityGroups}.
         *
         * @param namesOrIds the groups
         * @return this
         */
        Options securityGroups(Iterable<String> namesOrIds);

        /**
         * Sets {@link ServerSpec#metadata}.
         *
         * @param metadata keys and values of at most 255 characters
         * @return this
         */
        Options metadata(Map<String, ? extends String> metadata);

        /**
         * Sets {@link ServerSpec#term}.
         *
         * @param term for how long, from now
         * @return this
         */
        Options term(Duration term);

        /**
         * Sets {@link ServerSpec#rentalId}.
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
        ServerSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsImage, NeedsFlavor, Options {}
}
