package io.kws.sdk.apps;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What to change of an app; what is not set stays as it is. Prints no secret. Immutable. */
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
     * @param image its name, with a tag or digest
     * @return the change
     * @throws io.kws.sdk.errors.InvalidRequestException if that is no image's name
     */
    public static AppChange ofImage(String image) {
        return builder().image(image).build();
    }

    /** {@return the new image} */
    public abstract Optional<String> image();

    /** {@return the new program to run; none: as it is} */
    public abstract List<String> command();

    /** {@return the new arguments; none: as they are} */
    public abstract List<String> arguments();

    /** {@return environment variables to add or replace} */
    public abstract Map<String, String> environment();

    /** {@return environment variables to add or replace whose values are kept in a Secret} */
    public abstract Map<String, Secret> secrets();

    /** {@return the names of environment variables to remove, whether secret or not} */
    public abstract List<String> removedVariables();

    /** {@return the new number of replicas} */
    public abstract OptionalInt replicas();

    /** {@return the CPU that each replica is sure of, in thousandths; 0 for none} */
    public abstract OptionalInt cpuRequestMillis();

    /** {@return the CPU that each replica may use at most, in thousandths; 0 for no limit} */
    public abstract OptionalInt cpuLimitMillis();

    /** {@return the memory that each replica is sure of, in MiB; 0 for none} */
    public abstract OptionalInt memoryRequestMib();

    /** {@return the memory that each replica may use at most, in MiB; 0 for no limit} */
    public abstract OptionalInt memoryLimitMib();

    /** {@return the new path of the health check; empty text: the port alone} */
    public abstract Optional<String> healthPath();

    /** {@return the time allowed until the new version is available; 5 min} */
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(5);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        AppChecks.check(this);
    }

    /** Sets what is to change. Not safe for use by many threads. */
    public interface Builder {
        /**
         * Sets {@link AppChange#image}.
         *
         * @param image its name, with a tag or digest
         * @return this
         */
        Builder image(String image);

        /**
         * Sets {@link AppChange#command}.
         *
         * @param command the program and its first arguments
         * @return this
         */
        Builder command(Iterable<String> command);

        /**
         * Sets {@link AppChange#arguments}.
         *
         * @param arguments the arguments
         * @return this
         */
        Builder arguments(Iterable<String> arguments);

        /**
         * Sets {@link AppChange#environment}.
         *
         * @param environment names and values
         * @return this
         */
        Builder environment(Map<String, ? extends String> environment);

        /**
         * Sets {@link AppChange#secrets}.
         *
         * @param secrets names and values
         * @return this
         */
        Builder secrets(Map<String, ? extends Secret> secrets);

        /**
         * Sets {@link AppChange#removedVariables}.
         *
         * @param names the names
         * @return this
         */
        Builder removedVariables(Iterable<String> names);

        /**
         * Sets {@link AppChange#replicas}.
         *
         * @param replicas how many, at least 1
         * @return this
         */
        Builder replicas(int replicas);

        /**
         * Sets {@link AppChange#cpuRequestMillis}.
         *
         * @param millis thousandths of a CPU; 0 for none
         * @return this
         */
        Builder cpuRequestMillis(int millis);

        /**
         * Sets {@link AppChange#cpuLimitMillis}.
         *
         * @param millis thousandths of a CPU; 0 for none
         * @return this
         */
        Builder cpuLimitMillis(int millis);

        /**
         * Sets {@link AppChange#memoryRequestMib}.
         *
         * @param mib MiB; 0 for none
         * @return this
         */
        Builder memoryRequestMib(int mib);

        /**
         * Sets {@link AppChange#memoryLimitMib}.
         *
         * @param mib MiB; 0 for none
         * @return this
         */
        Builder memoryLimitMib(int mib);

        /**
         * Sets {@link AppChange#healthPath}.
         *
         * @param path such as {@code /healthz}; empty for the port alone
         * @return this
         */
        Builder healthPath(String path);

        /**
         * Sets {@link AppChange#readyWithin}.
         *
         * @param readyWithin how long
         * @return this
         */
        Builder readyWithin(Duration readyWithin);

        /**
         * Returns the change.
         *
         * @return the change
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits; says which and why
         */
        AppChange build();
    }
}
