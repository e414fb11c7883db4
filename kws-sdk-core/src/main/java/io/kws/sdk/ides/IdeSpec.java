package io.kws.sdk.ides;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.PodSecurity;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An IDE to open: a name is enough. Defaults stand at each method. Prints no secret. Immutable.
 *
 * <pre>{@code
 * IdeSpec spec = IdeSpec.builder()
 *     .name("lab-1")
 *     .workspaceGib(10)
 *     .owner("alice")
 *     .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class IdeSpec {
    /** The image of code-server, in a version that the SDK was made for. */
    public static final String DEFAULT_IMAGE = "codercom/code-server:4.122.0";

    IdeSpec() {}

    /** {@return a builder, which asks for the name first} */
    public static NeedsName builder() {
        return ImmutableIdeSpec.newBuilder();
    }

    /** {@return the name: 1 to 63 of a-z, 0-9 and hyphens, a letter first and no hyphen last; unique in the namespace, and the
     *     name of the workspace as well} */
    public abstract String name();

    /** {@return the image, which keeps to the conventions of code-server's: it serves on port 8080, takes the arguments
     *     {@code --auth password} and {@code --bind-addr}, the password in {@code PASSWORD}, and answers {@code /healthz} without
     *     one; {@link #DEFAULT_IMAGE}} */
    @Value.Default
    public String image() {
        return DEFAULT_IMAGE;
    }

    /** {@return the password that it asks for; a new random one of 24 letters and digits, some 140 bits} */
    @Value.Default
    public Secret password() {
        return Passwords.random();
    }

    /** {@return environment variables, seen by whoever may read the Deployment and in the IDE's terminals; none} */
    public abstract Map<String, String> environment();

    /** {@return environment variables whose values are kept in a Secret, such as tokens; none} */
    public abstract Map<String, Secret> secrets();

    /** {@return the size of a new workspace in GiB, at least 1; one that is there keeps its size; 5} */
    @Value.Default
    public int workspaceGib() {
        return 5;
    }

    /** {@return the storage class of a new workspace; empty: the cluster's default one} */
    @Value.Default
    public String workspaceClass() {
        return "";
    }

    /** {@return where the IDE finds its workspace; {@code /home/coder}, the home of code-server's user, so that settings and extensions
     *     stay as well} */
    @Value.Default
    public String workspacePath() {
        return "/home/coder";
    }

    /** {@return the CPU that it is sure of, in thousandths; 250, and 0 for none} */
    @Value.Default
    public int cpuRequestMillis() {
        return 250;
    }

    /** {@return the CPU that it may use at most, in thousandths; 0, no limit} */
    @Value.Default
    public int cpuLimitMillis() {
        return 0;
    }

    /** {@return the memory that it is sure of, in MiB; 512, and 0 for none} */
    @Value.Default
    public int memoryRequestMib() {
        return 512;
    }

    /** {@return the memory that it may use at most, in MiB, beyond which it is killed; 0, no limit} */
    @Value.Default
    public int memoryLimitMib() {
        return 0;
    }

    /** {@return what its processes may do on their machine; {@link PodSecurity#BASELINE}, and other than in apps {@code sudo} as
     *     well, which code-server's image gives to whoever uses its terminals. {@link PodSecurity#RESTRICTED} fits code-server's
     *     image, too, but for {@code sudo}} */
    @Value.Default
    public PodSecurity security() {
        return PodSecurity.BASELINE;
    }

    /** {@return its host name; empty: one made of its name, and of its namespace where IDEs have several, below the node's base domain} */
    @Value.Default
    public String host() {
        return "";
    }

    /** {@return the Secret of its namespace with the certificate of its host, for HTTPS; empty: HTTP, by which browsers refuse to
     *     run some of an IDE's parts, such as webviews} */
    @Value.Default
    public String tlsSecret() {
        return "";
    }

    /** {@return the Secret of its namespace that lets the cluster pull the image; empty: none} */
    @Value.Default
    public String imagePullSecret() {
        return "";
    }

    /** {@return further annotations of Deployment and Ingress, which win over the SDK's for WebSockets; keys that begin with
     *     {@code kws.} are the SDK's} */
    public abstract Map<String, String> annotations();

    /** {@return the namespace, which must exist; empty: the node's one namespace, else the owner's own, which is made at need,
     *     else that of the kubeconfig's context, else {@code default}} */
    @Value.Default
    public String namespace() {
        return "";
    }

    /** {@return who rents it; empty for nobody in particular} */
    @Value.Default
    public String owner() {
        return "";
    }

    /** {@return for how long it is rented, from now, however often it is closed; empty: until it is deleted. Where the
     *     workspace is there already, its rental goes on: until then if that is later than its end, and empty leaves the end
     *     as it is} */
    public abstract Optional<Duration> term();

    /** {@return the rental's ID, if the workspace is new or has no rental; random} */
    @Value.Default
    public RentalId rentalId() {
        return RentalId.random();
    }

    /** {@return the time allowed for all of it, the pull of the image included; 10 min} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(10);
    }

    /** {@return the app that it is, by the conventions of code-server's image; its password is among the secrets} */
    public final AppSpec asApp() {
        return CodeServer.app(this);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        IdeChecks.check(this);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link IdeSpec#name}.
         *
         * @param name 1 to 63 of a-z, 0-9 and hyphens
         * @return the builder of what is optional
         */
        Options name(String name);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link IdeSpec#image}.
         *
         * @param image its name, with a tag or digest
         * @return this
         */
        Options image(String image);

        /**
         * Sets {@link IdeSpec#password}.
         *
         * @param password at least 8 characters, of one line
         * @return this
         */
        Options password(Secret password);

        /**
         * Sets {@link IdeSpec#environment}.
         *
         * @param environment names and values
         * @return this
         */
        Options environment(Map<String, ? extends String> environment);

        /**
         * Sets {@link IdeSpec#secrets}.
         *
         * @param secrets names and values
         * @return this
         */
        Options secrets(Map<String, ? extends Secret> secrets);

        /**
         * Sets {@link IdeSpec#workspaceGib}.
         *
         * @param gib GiB
         * @return this
         */
        Options workspaceGib(int gib);

        /**
         * Sets {@link IdeSpec#workspaceClass}.
         *
         * @param storageClass the class
         * @return this
         */
        Options workspaceClass(String storageClass);

        /**
         * Sets {@link IdeSpec#workspacePath}.
         *
         * @param path an absolute path
         * @return this
         */
        Options workspacePath(String path);

        /**
         * Sets {@link IdeSpec#cpuRequestMillis}.
         *
         * @param millis thousandths of a CPU; 0 for none
         * @return this
         */
        Options cpuRequestMillis(int millis);

        /**
         * Sets {@link IdeSpec#cpuLimitMillis}.
         *
         * @param millis thousandths of a CPU; 0 for none
         * @return this
         */
        Options cpuLimitMillis(int millis);

        /**
         * Sets {@link IdeSpec#memoryRequestMib}.
         *
         * @param mib MiB; 0 for none
         * @return this
         */
        Options memoryRequestMib(int mib);

        /**
         * Sets {@link IdeSpec#memoryLimitMib}.
         *
         * @param mib MiB; 0 for none
         * @return this
         */
        Options memoryLimitMib(int mib);

        /**
         * Sets {@link IdeSpec#security}.
         *
         * @param security what its processes may do
         * @return this
         */
        Options security(PodSecurity security);

        /**
         * Sets {@link IdeSpec#host}.
         *
         * @param host a DNS name
         * @return this
         */
        Options host(String host);

        /**
         * Sets {@link IdeSpec#tlsSecret}.
         *
         * @param name the Secret's name
         * @return this
         */
        Options tlsSecret(String name);

        /**
         * Sets {@link IdeSpec#imagePullSecret}.
         *
         * @param name the Secret's name
         * @return this
         */
        Options imagePullSecret(String name);

        /**
         * Sets {@link IdeSpec#annotations}.
         *
         * @param annotations keys and values
         * @return this
         */
        Options annotations(Map<String, ? extends String> annotations);

        /**
         * Sets {@link IdeSpec#namespace}.
         *
         * @param namespace the namespace, which must exist
         * @return this
         */
        Options namespace(String namespace);

        /**
         * Sets {@link IdeSpec#owner}.
         *
         * @param owner at most 255 characters
         * @return this
         */
        Options owner(String owner);

        /**
         * Sets {@link IdeSpec#term}.
         *
         * @param term for how long, from now
         * @return this
         */
        Options term(Duration term);

        /**
         * Sets {@link IdeSpec#rentalId}.
         *
         * @param rentalId the ID
         * @return this
         */
        Options rentalId(RentalId rentalId);

        /**
         * Sets {@link IdeSpec#readyWithin}.
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
        IdeSpec build();
    }

    /** What Immutables generates must fit both stages. */
    interface Builder extends NeedsName, Options {}
}
