package io.kws.sdk.rentals;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.receipts.ResourceKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which rentals; everything that is not set does not matter. Immutable. */
@Value.Immutable
@ValueStyle
public interface RentalQuery {
    /** All rentals. */
    RentalQuery ALL = builder().build();

    /** {@return who rents them; empty: anybody} */
    @Value.Default
    default String owner() {
        return "";
    }

    /** {@return the nodes' names, which must exist; none: all nodes} */
    Set<String> nodes();

    /** {@return what is rented; none: anything} */
    Set<ResourceKind> kinds();

    /** {@return the time before which they end; empty: whenever} */
    Optional<Instant> endingBefore();

    /**
     * Tells whether a rental is meant.
     *
     * @param thing what is rented
     * @return whether all that is set fits it
     */
    default boolean matches(RentedThing thing) {
        return (nodes().isEmpty() || nodes().contains(thing.node()))
                && (kinds().isEmpty() || kinds().contains(thing.kind()))
                && (owner().isEmpty() || owner().equals(thing.owner()))
                && endingBefore()
                        .map(time ->
                                thing.end().filter(end -> end.isBefore(time)).isPresent())
                        .orElse(true);
    }

    /**
     * Returns a query for what somebody rents.
     *
     * @param owner who
     * @return the query
     */
    static RentalQuery ownedBy(String owner) {
        return builder().owner(owner).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return ImmutableRentalQuery.newBuilder();
    }

    /** Builds a query. Not thread-safe. */
    interface Builder {
        /**
         * Sets {@link RentalQuery#owner}.
         *
         * @param owner who
         * @return this
         */
        Builder owner(String owner);

        /**
         * Sets {@link RentalQuery#nodes}.
         *
         * @param nodes their names
         * @return this
         */
        Builder nodes(Iterable<String> nodes);

        /**
         * Sets {@link RentalQuery#kinds}.
         *
         * @param kinds such as {@link ResourceKind#SERVER}
         * @return this
         */
        Builder kinds(Iterable<ResourceKind> kinds);

        /**
         * Sets {@link RentalQuery#endingBefore}.
         *
         * @param endingBefore the time
         * @return this
         */
        Builder endingBefore(Instant endingBefore);

        /** {@return the query} */
        RentalQuery build();
    }
}
