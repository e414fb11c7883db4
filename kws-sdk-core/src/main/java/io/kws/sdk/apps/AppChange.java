package io.kws.sdk.apps;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Describes a change of an app. Anything not set stays as it is. Prints no secret. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AppChange {
    AppChange() {}

    /** {@return a builder} */
    public static Builder builder() {
        return ImmutableAppChange.newBuilder();
    }

    /**
     * Returns a change of the image alone.
     *
     * @param image the image, with a tag or digest
     * @return the change
     * @throws io.kws.sdk.errors.InvalidRequestException if the image name is invalid
     */
    public static AppChange ofImage(String image) {
        return builder().image(image).build();
    }

    /** {@return the new image} */
    public abstract Optional<String> image();

    /** {@return the new program to run; empty: unchanged} */
    public abstract List<String> command();

    /** {@return the new arguments; empty: unchanged} */
    public abstract List<String> arguments();

    /** {@return environment variables to add or replace} */
    public abstract Map<String, String> environment();

    /** {@return environment variables to add or replace whose values are kept in a Secret} */
    public abstract Map<String, Secret> secrets();

    /** {@return the names of environment variables to remove, whether secret or not} */
    public abstract List<String> removedVariables();

    /** {@return the new number of replicas} */
    public abstract OptionalInt replicas();

    /** {@return the new CPU and memory of each replica; what is unset stays as it is, and 0 removes it} */
    @Value.Default
    public PodResources resources() {
        return PodResources.builder().build();
    }

    /** {@return the new path of the health check; an empty text removes it, so that the port alone is checked} */
    public abstract Optional<String> healthPath();

    /** {@return the time limit until the new version is available; 5 min by default} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(5);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        image().ifPresent(WorkloadChecks::checkImage);
        healthPath().filter(path -> !path.isEmpty()).ifPresent(path -> WorkloadChecks.checkPath("health path", path));
        replicas().ifPresent(replicas -> Require.atLeast("replicas", 1, replicas));
        WorkloadChecks.checkVariables(environment().keySet(), secrets().keySet());
        Require.positive("time limit (readyWithin)", readyWithin());
    }

    /** Builds a change. Not thread-safe. */
    public interface Builder {
        /**
         * Sets {@link AppChange#image}.
         *
         * @param image the image, with a tag or digest
         * @return this builder
         */
        Builder image(String image);

        /**
         * Sets {@link AppChange#command}.
         *
         * @param command the program and its first arguments
         * @return this builder
         */
        Builder command(Iterable<String> command);

        /**
         * Sets {@link AppChange#arguments}.
         *
         * @param arguments the arguments
         * @return this builder
         */
        Builder arguments(Iterable<String> arguments);

        /**
         * Sets {@link AppChange#environment}.
         *
         * @param environment names and values of variables
         * @return this builder
         */
        Builder environment(Map<String, ? extends String> environment);

        /**
         * Sets {@link AppChange#secrets}.
         *
         * @param secrets names and values of variables
         * @return this builder
         */
        Builder secrets(Map<String, ? extends Secret> secrets);

        /**
         * Sets {@link AppChange#removedVariables}.
         *
         * @param names the names of variables
         * @return this builder
         */
        Builder removedVariables(Iterable<String> names);

        /**
         * Sets {@link AppChange#replicas}.
         *
         * @param replicas the number of replicas, at least 1
         * @return this builder
         */
        Builder replicas(int replicas);

        /**
         * Sets {@link AppChange#resources}.
         *
         * @param resources requests and limits of each replica
         * @return this builder
         */
        Builder resources(PodResources resources);

        /**
         * Sets {@link AppChange#healthPath}.
         *
         * @param path the path, such as {@code /healthz}
         * @return this builder
         */
        Builder healthPath(String path);

        /**
         * Removes the health path; from then on a replica is healthy as soon as its port accepts connections.
         *
         * @return this builder
         */
        default Builder noHealthPath() {
            return healthPath("");
        }

        /**
         * Sets {@link AppChange#readyWithin}.
         *
         * @param readyWithin the time limit, positive
         * @return this builder
         */
        Builder readyWithin(Duration readyWithin);

        /**
         * Returns the change.
         *
         * @return the change
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        AppChange build();
    }
}
