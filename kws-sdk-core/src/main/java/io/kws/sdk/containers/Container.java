package io.kws.sdk.containers;

import io.kws.sdk.rentals.Rental;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A container as Zun described it at one moment (Container API v1). Its command and environment are not read back, as they
 * may contain secrets. Immutable.
 */
public interface Container {
    /** {@return the name of the node} */
    String node();

    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name; several containers may share a name} */
    String name();

    /** {@return the state} */
    ContainerStatus status();

    /** {@return the task Zun is executing on it, in Zun's words such as {@code container_starting}; empty if none} */
    Optional<String> task();

    /** {@return the reason for its state, usually of {@link ContainerStatus#ERROR}; empty if not reported} */
    Optional<String> reason();

    /** {@return the state in the words of its host, such as {@code Up 3 mins}; empty if not reported} */
    Optional<String> detail();

    /** {@return the image, as requested; empty if not reported} */
    Optional<String> image();

    /** {@return the IP addresses in text form, on the node's networks; none before networking is set up} */
    List<String> addresses();

    /** {@return the ports exposed by its image or spec; none before it is created} */
    List<Integer> ports();

    /** {@return the number of virtual CPUs; empty if not reported} */
    OptionalDouble cpus();

    /** {@return the most memory it may use, in MiB; empty if not reported} */
    OptionalInt memoryMib();

    /** {@return the complete labels} */
    Map<String, String> labels();

    /** {@return the rental, as the labels describe it; empty if the container was not rented through the SDK} */
    Optional<Rental> rental();

    /** {@return the exit code of its command; empty unless it is STOPPED, and for a second or so until Zun reports it} */
    OptionalInt exitCode();
}
