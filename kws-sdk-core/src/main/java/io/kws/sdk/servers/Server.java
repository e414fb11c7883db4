package io.kws.sdk.servers;

import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server as Nova described it at one moment (Compute API 2.1). Immutable. */
public interface Server {
    /** {@return the name of the node} */
    String node();

    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name; several servers may share a name} */
    String name();

    /** {@return the state} */
    ServerStatus status();

    /** {@return the task Nova is executing on it, as Nova names it, such as {@code spawning}; empty if none} */
    Optional<String> task();

    /** {@return the reason it is in {@link ServerStatus#ERROR}; empty in other states} */
    Optional<String> fault();

    /** {@return the addresses; none before networking is set up} */
    List<Address> addresses();

    /** {@return the ID of the image; empty for a server that boots from a volume} */
    Optional<String> imageId();

    /** {@return the ID of the flavor, or its name as newer services report it; empty if not reported} */
    Optional<String> flavor();

    /** {@return the name of the keypair; empty if it has none} */
    Optional<String> keypair();

    /** {@return the IDs of the attached volumes} */
    List<String> volumeIds();

    /** {@return the creation time} */
    Instant created();

    /** {@return the complete metadata} */
    Map<String, String> metadata();

    /** {@return the rental, as the metadata describes it; empty if the server was not rented through the SDK} */
    Optional<Rental> rental();

    /**
     * Returns the best address to connect to: a floating IP if the server has one, else a fixed address.
     *
     * @return the address; empty if it has none yet
     */
    default Optional<String> host() {
        return addresses().stream()
                .sorted(Comparator.comparing(Address::kind).reversed())
                .map(Address::ip)
                .findFirst();
    }
}
