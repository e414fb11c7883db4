package io.kws.sdk.containers;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A container as its node described it at one moment. Its command and environment are not read back, as they may hold
 * secrets. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class Container {
    private static final Pattern EXITED = Pattern.compile("Exited ?\\((\\d{1,9})\\).*");

    Container() {}

    /** {@return the node's name} */
    public abstract String node();

    /** {@return the ID; unique, never changes} */
    public abstract String id();

    /** {@return the name; several containers may share one} */
    public abstract String name();

    /** {@return the state} */
    public abstract ContainerStatus status();

    /** {@return what is being done to it, in Zun's words such as {@code container_starting}; empty if nothing} */
    @Value.Default
    public String task() {
        return "";
    }

    /** {@return why it is in its state, mostly of {@link ContainerStatus#ERROR}; empty if the service tells none} */
    @Value.Default
    public String reason() {
        return "";
    }

    /** {@return the state in the words of the host, such as {@code Up 3 mins}; empty if not told} */
    @Value.Default
    public String detail() {
        return "";
    }

    /** {@return the name of its image, as it was asked for} */
    @Value.Default
    public String image() {
        return "";
    }

    /** {@return its IP addresses in text form, on the node's networks; none before networking is set up} */
    public abstract List<String> addresses();

    /** {@return the numbers of the ports that its image or its spec exposes; none before it is made} */
    public abstract List<Integer> ports();

    /** {@return its share of virtual CPUs; 0 if not told} */
    @Value.Default
    public double cpus() {
        return 0;
    }

    /** {@return the memory it may use, in MiB; 0 if not told} */
    @Value.Default
    public int memoryMib() {
        return 0;
    }

    /** {@return its labels, all of them} */
    public abstract Map<String, String> labels();

    /** {@return who rents it until when, as its labels say; empty for one not rented through the SDK} */
    @Value.Derived
    public Optional<Rental> rental() {
        return StoredRental.read(labels());
    }

    /**
     * Returns the exit code of what it ran.
     *
     * @return the code, of one that is STOPPED; empty if it is not, or for the second in which Zun does not tell it yet
     */
    public OptionalInt exitCode() {
        Matcher exited = EXITED.matcher(detail());
        return status() == ContainerStatus.STOPPED && exited.matches()
                ? OptionalInt.of(Integer.parseInt(exited.group(1)))
                : OptionalInt.empty();
    }

    /** {@return a builder; for drivers} */
    public static Builder builder() {
        return ImmutableContainer.newBuilder();
    }

    /** Builds a container; for drivers. Not safe for use by many threads. */
    public interface Builder {
        /**
         * Sets {@link Container#node}.
         *
         * @param node the name
         * @return this
         */
        Builder node(String node);

        /**
         * Sets {@link Container#id}.
         *
         * @param id the ID
         * @return this
         */
        Builder id(String id);

        /**
         * Sets {@link Container#name}.
         *
         * @param name the name
         * @return this
         */
        Builder name(String name);

        /**
         * Sets {@link Container#status}.
         *
         * @param status the state
         * @return this
         */
        Builder status(ContainerStatus status);

        /**
         * Sets {@link Container#task}.
         *
         * @param task Zun's word
         * @return this
         */
        Builder task(String task);

        /**
         * Sets {@link Container#reason}.
         *
         * @param reason why
         * @return this
         */
        Builder reason(String reason);

        /**
         * Sets {@link Container#detail}.
         *
         * @param detail the host's words
         * @return this
         */
        Builder detail(String detail);

        /**
         * Sets {@link Container#image}.
         *
         * @param image the name
         * @return this
         */
        Builder image(String image);

        /**
         * Sets {@link Container#addresses}.
         *
         * @param addresses all of them
         * @return this
         */
        Builder addresses(Iterable<String> addresses);

        /**
         * Sets {@link Container#ports}.
         *
         * @param ports all of them
         * @return this
         */
        Builder ports(Iterable<Integer> ports);

        /**
         * Sets {@link Container#cpus}.
         *
         * @param cpus the share
         * @return this
         */
        Builder cpus(double cpus);

        /**
         * Sets {@link Container#memoryMib}.
         *
         * @param memoryMib the memory in MiB
         * @return this
         */
        Builder memoryMib(int memoryMib);

        /**
         * Sets {@link Container#labels}.
         *
         * @param labels all of them
         * @return this
         */
        Builder labels(Map<String, ? extends String> labels);

        /** {@return the container} */
        Container build();
    }
}
