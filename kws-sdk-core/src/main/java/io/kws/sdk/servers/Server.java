package io.kws.sdk.servers;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A server as its node described it at one moment. Immutable. */
@Value.Immutable
@ValueStyle
public interface Server {
    /** {@return the node's name} */
    String node();

    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name; several servers may share one} */
    String name();

    /** {@return the state} */
    ServerStatus status();

    /** {@return what is being done to it, in Nova's words such as {@code spawning}; empty if nothing} */
    @Value.Default
    default String task() {
        return "";
    }

    /** {@return why it is in {@link ServerStatus#ERROR}; empty otherwise} */
    @Value.Default
    default String fault() {
        return "";
    }

    /** {@return the addresses; none before networking is set up} */
    List<Address> addresses();

    /** {@return the ID of its image; empty for one booted from a volume} */
    @Value.Default
    default String imageId() {
        return "";
    }

    /** {@return the ID of its flavor; its name where newer services tell that instead; empty if it is not told} */
    @Value.Default
    default String flavor() {
        return "";
    }

    /** {@return the name of its keypair; empty if it has none} */
    @Value.Default
    default String keypair() {
        return "";
    }

    /** {@return the IDs of the volumes attached to it} */
    List<String> volumeIds();

    /** {@return when it was made} */
    Instant created();

    /** {@return its metadata, all of it} */
    Map<String, String> metadata();

    /** {@return who rents it until when, as its metadata says; empty for one not rented through the SDK} */
    @Value.Derived
    default Optional<Rental> rental() {
        return StoredRental.read(metadata());
    }

    /**
     * Returns the best address to reach it at: a floating IP if it has one, else a fixed one.
     *
     * @return the address; empty if it has none yet
     */
    default Optional<String> host() {
        return addresses().stream()
                .sorted((a, b) -> b.kind().compareTo(a.kind()))
                .map(Address::ip)
                .findFirst();
    }

    /**
     * Returns this server with other addresses; for drivers.
     *
     * @param addresses all of them
     * @return the server
     */
    Server withAddresses(Iterable<? extends Address> addresses);

    /** {@return a builder; for drivers} */
    static Builder builder() {
        return ImmutableServer.newBuilder();
    }

    /** Builds a server; for drivers. Not safe for use by many threads. */
    interface Builder {
        /**
         * Sets {@link Server#node}.
         *
         * @param node the name
         * @return this
         */
        Builder node(String node);

        /**
         * Sets {@link Server#id}.
         *
         * @param id the ID
         * @return this
         */
        Builder id(String id);

        /**
         * Sets {@link Server#name}.
         *
         * @param name the name
         * @return this
         */
        Builder name(String name);

        /**
         * Sets {@link Server#status}.
         *
         * @param status the state
         * @return this
         */
        Builder status(ServerStatus status);

        /**
         * Sets {@link Server#task}.
         *
         * @param task Nova's word
         * @return this
         */
        Builder task(String task);

        /**
         * Sets {@link Server#fault}.
         *
         * @param fault why
         * @return this
         */
        Builder fault(String fault);

        /**
         * Sets {@link Server#addresses}.
         *
         * @param addresses all of them
         * @return this
         */
        Builder addresses(Iterable<? extends Address> addresses);

        /**
         * Sets {@link Server#imageId}.
         *
         * @param imageId the ID
         * @return this
         */
        Builder imageId(String imageId);

        /**
         * Sets {@link Server#flavor}.
         *
         * @param flavor the ID or name
         * @return this
         */
        Builder flavor(String flavor);

        /**
         * Sets {@link Server#keypair}.
         *
         * @param keypair the name
         * @return this
         */
        Builder keypair(String keypair);

        /**
         * Sets {@link Server#volumeIds}.
         *
         * @param volumeIds all of them
         * @return this
         */
        Builder volumeIds(Iterable<String> volumeIds);

        /**
         * Sets {@link Server#created}.
         *
         * @param created when
         * @return this
         */
        Builder created(Instant created);

        /**
         * Sets {@link Server#metadata}.
         *
         * @param metadata all of it
         * @return this
         */
        Builder metadata(Map<String, ? extends String> metadata);

        /** {@return the server} */
        Server build();
    }
}
