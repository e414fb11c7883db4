package io.kws.sdk.apps;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An app to deploy: name, image and port are enough. Defaults stand at each method. Prints no secret. Immutable.
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
public abstract class AppSpec {
    AppSpec() {}

    /** {@return a builder, which asks for name, image and port first} */
    public static NeedsName builder() {
        return ImmutableAppSpec.newBuilder();
    }

    /** {@return the name: 1 to 63 of a-z, 0-9 and hyphens, a letter first and no hyphen last; unique in the namespace} */
    public abstract String name();

    /** {@return the image, such as {@code registry.example.org/shop:1.4}} */
    public abstract String image();

    /** {@return the TCP port on which the app listens, 1 to 65535} */
    public abstract int port();

    /** {@return the program to run instead of the image's entry point, not by a shell; the image's} */
    public abstract List<String> command();

    /** {@return the arguments instead of the image's; the image's} */
    public abstract List<String> arguments();

    /** {@return environment variables, seen by whoever may read the Deployment; none} */
    public abstract Map<String, String> environment();

    /** {@return environment variables whose values are kept in a Secret; none} */
    public abstract Map<String, Secret> secrets();

    /** {@return how many replicas serve, at least 1; 1} */
    @Value.Default
    public int replicas() {
        return 1;
    }

    /** {@return the CPU that each replica is sure of, in thousandths; 50, and 0 for none} */
    @Value.Default
    public int cpuRequestMillis() {
        return 50;
    }

    /** {@return the CPU that each replica may use at most, in thousandths; 0, no limit} */
    @Value.Default
    public int cpuLimitMillis() {
        return 0;
    }

    /** {@return the memory that each replica is sure of, in MiB; 64, and 0 for none} */
    @Value.Default
    public int memoryRequestMib() {
        return 64;
    }

    /** {@return the memory that each replica may use at most, in MiB, beyond which it is killed; 0, no limit} */
    @Value.Default
    public int memoryLimitMib() {
        return 0;
    }

    /** {@return what its processes may do on their machine; what the image is made for, but without {@code sudo}} */
    @Value.Default
    public PodSecurity security() {
        return PodSecurity.BASELINE;
    }

    /** {@return the path that answers with a status of 200 to 399 once a replica can serve; empty: that its port takes
     *     connections is enough} */
    @Value.Default
    public String healthPath() {
        return "";
    }

    /** {@return storage that outlives the replicas; none. An app with storage has one replica} */
    public abstract Optional<Storage> storage();

    /** {@return who reaches it; everybody where there is a host name} */
    @Value.Default
    public Exposure exposure() {
        return Exposure.AS_CONFIGURED;
    }

    /** {@return its host name; empty: one made of its name, and of its namespace where apps have several, below the node's
     *     base domain} */
    @Value.Default
    public String host() {
        return "";
    }

    /** {@return the Secret of its namespace with the certificate of its host, for HTTPS; empty: HTTP} */
    @Value.Default
    public String tlsSecret() {
        return "";
    }

    /** {@return the Secret of its namespace that lets the cluster pull the image; empty: none} */
    @Value.Default
    public String imagePullSecret() {
        return "";
    }

    /** {@return further labels of all that is made; keys that begin with {@code kws.} are the SDK's} */
    public abstract Map<String, String> labels();

    /** {@return further annotations of Deployment and Ingress; keys that begin with {@code kws.} are the SDK's} */
    public abstract Map<String, String> annotations();

    /** {@return the namespace, which must exist; empty: the node's one namespace, else the owner's own, which is made at
     *     need, else that of the kubeconfig's context, else {@code default}} */
    @Value.Default
    public String namespace() {
        return "";
    }

    /** {@return who rents it; empty for nobody in particular} */
    @Value.Default
    public String owner() {
        return "";
    }

    /** {@return for how long it is rented, from now; empty: until it is deleted} */
    public abstract Optional<Duration> term();

    /** {@return the rental's ID; random} */
    @Value.Default
    public RentalId rentalId() {
        return RentalId.random();
    }

    /** {@return what must be the case before it is handed over; all replicas available} */
    @Value.Default
    public AppReadiness readyWhen() {
        return AppReadiness.available();
    }

    /** {@return the time allowed for all of it; 5 min} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(5);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        AppChecks.check(this);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link AppSpec#name}.
         *
         * @param name 1 to 63 of a-z, 0-9 and hyphens
         * @return what asks for the image
         */
        NeedsImage name(String name);
    }

    /** Asks for the image. */
    public interface NeedsImage {
        /**
         * Sets {@link AppSpec#image}.
         *
         * @param image its name, with a tag or digest
         * @return what asks for the port
         */
        NeedsPort image(String image);
    }

    /** Asks for the port. */
    public interface NeedsPort {
        /**
         * Sets {@link AppSpec#port}.
         *
         * @param port 1 to 65535
         * @return the builder of what is optional
         */
        Options port(int port);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link AppSpec#command}.
         *
         * @param command the program and its first arguments
         * @return this
         */
        Options command(Iterable<String> command);

        /**
         * Sets {@link AppSpec#arguments}.
         *
         * @param arguments the arguments
         * @return this
         */
        Options arguments(Iterable<String> arguments);

        /**
         * Sets {@link AppSpec#environment}.
         *
         * @param environment names and values
         * @return this
         */
        Options environment(Map<String, ? extends String> environment);

        /**
         * Sets {@link AppSpec#secrets}.
         *
         * @param secrets names and values
         * @return this
         */
        Options secrets(Map<String, ? extends Secret> secrets);

        /**
         * Sets {@link AppSpec#replicas}.
         *
         * @param replicas how many, at least 1
         * @return this
         */
        Options replicas(int replicas);

        /**
         * Sets {@link AppSpec#cpuRequestMillis}.
         *
         * @param millis thousandths of a CPU; 0 for none
         * @return this
         */
        Options cpuRequestMillis(int millis);

        /**
         * Sets {@link AppSpec#cpuLimitMillis}.
         *
         * @param millis thousandths of a CPU; 0 for none
         * @return this
         */
        Options cpuLimitMillis(int millis);

        /**
         * Sets {@link AppSpec#memoryRequestMib}.
         *
         * @param mib MiB; 0 for none
         * @return this
         */
        Options memoryRequestMib(int mib);

        /**
         * Sets {@link AppSpec#memoryLimitMib}.
         *
         * @param mib MiB; 0 for none
         * @return this
         */
        Options memoryLimitMib(int mib);

        /**
         * Sets {@link AppSpec#security}.
         *
         * @param security what its processes may do
         * @return this
         */
        Options security(PodSecurity security);

        /**
         * Sets {@link AppSpec#healthPath}.
         *
         * @param path such as {@code /healthz}
         * @return this
         */
        Options healthPath(String path);

        /**
         * Sets {@link AppSpec#storage}.
         *
         * @param storage the storage
         * @return this
         */
        Options storage(Storage storage);

        /**
         * Sets {@link AppSpec#exposure}.
         *
         * @param exposure who
         * @return this
         */
        Options exposure(Exposure exposure);

        /**
         * Sets {@link AppSpec#host}.
         *
         * @param host a DNS name
         * @return this
         */
        Options host(String host);

        /**
         * Sets {@link AppSpec#tlsSecret}.
         *
         * @param name the Secret's name
         * @return this
         */
        Options tlsSecret(String name);

        /**
         * Sets {@link AppSpec#imagePullSecret}.
         *
         * @param name the Secret's name
         * @return this
         */
        Options imagePullSecret(String name);

        /**
         * Sets {@link AppSpec#labels}.
         *
         * @param labels keys and values
         * @return this
         */
        Options labels(Map<String, ? extends String> labels);

        /**
         * Sets {@link AppSpec#annotations}.
         *
         * @param annotations keys and values
         * @return this
         */
        Options annotations(Map<String, ? extends String> annotations);

        /**
         * Sets {@link AppSpec#namespace}.
         *
         * @param namespace the namespace, which must exist
         * @return this
         */
        Options namespace(String namespace);

        /**
         * Sets {@link AppSpec#owner}.
         *
         * @param owner at most 255 characters
         * @return this
         */
        Options owner(String owner);

        /**
         * Sets {@link AppSpec#term}.
         *
         * @param term for how long, from now
         * @return this
         */
        Options term(Duration term);

        /**
         * Sets {@link AppSpec#rentalId}.
         *
         * @param rentalId the ID
         * @return this
         */
        Options rentalId(RentalId rentalId);

        /**
         * Sets {@link AppSpec#readyWhen}.
         *
         * @param readyWhen what
         * @return this
         */
        Options readyWhen(AppReadiness readyWhen);

        /**
         * Sets {@link AppSpec#readyWithin}.
         *
         * @param readyWithin how long
         * @return this
         */
        Options readyWithin(Duration readyWithin);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits; says which and why
         */
        AppSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, NeedsImage, NeedsPort, Options {}
}
