package io.kws.sdk.ides;

import io.kws.sdk.apps.PodResources;
import io.kws.sdk.apps.WorkloadOptions;
import io.kws.sdk.apps.WorkloadSpec;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Describes a web IDE to open. Only the name is required; each accessor documents its default. Prints no secret.
 * Immutable.
 *
 * <p>Four shared options mean more to an IDE than to an app. Its terminals see the {@link #environment} and the
 * {@link #secrets}. Its {@link #annotations} override those that the SDK sets for WebSockets. With the
 * {@link #security} {@link io.kws.sdk.apps.PodSecurity#BASELINE}, {@code sudo} works, which code-server's image offers to
 * its user; the image also runs {@link io.kws.sdk.apps.PodSecurity#RESTRICTED}, without {@code sudo}. Without a
 * {@link #tlsSecret}, browsers refuse to run some parts of an IDE, such as webviews.
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
public abstract class IdeSpec extends WorkloadSpec {
    /** The image by default: code-server, in the version the SDK is tested with. */
    public static final String DEFAULT_IMAGE = "codercom/code-server:4.122.0";

    /** The resources of an IDE by default: 0.25 CPU and 512 MiB are requested, nothing is limited. */
    public static final PodResources DEFAULT_RESOURCES = PodResources.request(250, 512);

    IdeSpec() {}

    /** {@return a builder, which asks for the name first} */
    public static NeedsName builder() {
        return ImmutableIdeSpec.newBuilder();
    }

    /**
     * {@return the name, unique in the namespace and shared with the workspace: 1 to 63 of a-z, 0-9 and hyphens, starting
     * with a letter, not ending with a hyphen}
     */
    @Override
    public abstract String name();

    /**
     * {@return the image; {@link #DEFAULT_IMAGE} by default. Another image must follow the conventions of code-server's: it
     * serves on port 8080, accepts the arguments {@code --auth password} and {@code --bind-addr}, reads the password from
     * {@code PASSWORD}, and answers {@code /healthz} without one}
     */
    @Override
    @Value.Default
    public String image() {
        return DEFAULT_IMAGE;
    }

    /** {@return the password to log in with, 8 to 1,000 characters; by default a random one of 24 letters and digits (about 140
     *     bits)} */
    @Value.Default
    public Secret password() {
        return Passwords.random();
    }

    /** {@return the size of a new workspace in GiB, at least 1; 5 by default. An existing workspace keeps its size} */
    @Value.Default
    public int workspaceGib() {
        return 5;
    }

    /** {@return the storage class of a new workspace; empty by default: the cluster's default class} */
    public abstract Optional<String> workspaceClass();

    /** {@return the path of the workspace in the IDE; by default {@code /home/coder}, the home of code-server's user, which
     *     keeps settings and extensions, too} */
    @Value.Default
    public String workspacePath() {
        return "/home/coder";
    }

    /** {@return CPU and memory of the IDE, requests and limits; {@link #DEFAULT_RESOURCES} by default} */
    @Override
    @Value.Default
    public PodResources resources() {
        return DEFAULT_RESOURCES;
    }

    /**
     * {@return the time to rent it for, counted from the request, whether open or closed; empty by default: until it is
     * deleted. The rental of an existing workspace continues: a term extends it if it ends later than the rental does, and
     * no term leaves its end unchanged}
     */
    @Override
    public abstract Optional<Duration> term();

    /** {@return the time limit of opening it, including the pull of the image; 10 min by default} */
    @Override
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(10);
    }

    /** Fails if a value is out of its limits, and completes the resources. */
    @Value.Check
    IdeSpec check() {
        requireLimits();
        IdeChecks.check(this);
        PodResources complete = resources().orElse(DEFAULT_RESOURCES);
        return complete.equals(resources())
                ? this
                : ImmutableIdeSpec.copyOf(this).withResources(complete);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link IdeSpec#name}.
         *
         * @param name 1 to 63 of a-z, 0-9 and hyphens
         * @return the builder of the options
         */
        Options name(String name);
    }

    /** Sets the options of an IDE. Not thread-safe. */
    public interface Options extends WorkloadOptions<Options> {
        /**
         * Sets {@link IdeSpec#image}.
         *
         * @param image the image, with a tag or digest
         * @return this builder
         */
        Options image(String image);

        /**
         * Sets {@link IdeSpec#password}.
         *
         * @param password the password, 8 to 1,000 characters
         * @return this builder
         */
        Options password(Secret password);

        /**
         * Sets {@link IdeSpec#workspaceGib}.
         *
         * @param gib the size in GiB, at least 1
         * @return this builder
         */
        Options workspaceGib(int gib);

        /**
         * Sets {@link IdeSpec#workspaceClass}.
         *
         * @param storageClass the name of the storage class
         * @return this builder
         */
        Options workspaceClass(String storageClass);

        /**
         * Sets {@link IdeSpec#workspacePath}.
         *
         * @param path an absolute path
         * @return this builder
         */
        Options workspacePath(String path);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        IdeSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, Options {}
}
