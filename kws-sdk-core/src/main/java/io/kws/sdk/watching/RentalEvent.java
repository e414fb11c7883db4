package io.kws.sdk.watching;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.rentals.RentedThing;
import java.time.Instant;
import java.util.List;

/** A change of something rented, or of the node it is on. Its {@code toString} is a line for people. Immutable. */
public sealed interface RentalEvent {
    /** {@return the name of the node} */
    String node();

    /** A change of one rented thing. */
    sealed interface OfThing extends RentalEvent {
        /** {@return the thing as it is after the change} */
        RentedThing thing();

        @Override
        default String node() {
            return thing().node();
        }
    }

    /**
     * A rental is there that was not, or was there when the watch began. Immutable.
     *
     * @param thing what is rented
     */
    record Appeared(RentedThing thing) implements OfThing {
        @Override
        public String toString() {
            return "%s appeared%s".formatted(thing, thing.status().isEmpty() ? "" : ": " + thing.status());
        }
    }

    /**
     * The status changed; what it was between two looks is not told. Immutable.
     *
     * @param thing what is rented
     * @param from the former status
     */
    record StatusChanged(RentedThing thing, String from) implements OfThing {
        @Override
        public String toString() {
            return "%s: %s -> %s".formatted(thing, from, thing.status());
        }
    }

    /**
     * The addresses changed. Immutable.
     *
     * @param thing what is rented
     * @param from the former addresses
     */
    record AddressesChanged(RentedThing thing, List<String> from) implements OfThing {
        /**
         * Copies the list.
         *
         * @param thing what is rented
         * @param from the former addresses
         */
        public AddressesChanged {
            from = List.copyOf(from);
        }

        @Override
        public String toString() {
            return "%s: addresses %s -> %s".formatted(thing, from, thing.addresses());
        }
    }

    /**
     * The end is near, or past; told once for each end. Immutable.
     *
     * @param thing what is rented
     * @param end when it is over
     */
    record EndNear(RentedThing thing, Instant end) implements OfThing {
        @Override
        public String toString() {
            return "%s: the end is near, %s".formatted(thing, end);
        }
    }

    /**
     * The rental is no more, or the watch's query is not for it any more. Immutable.
     *
     * @param thing what was rented, as it was last
     */
    record Gone(RentedThing thing) implements OfThing {
        @Override
        public String toString() {
            return thing + " is gone";
        }
    }

    /**
     * A node, or one of its services, does not answer; nothing is known of what happens there until it is back. Immutable.
     *
     * @param node the node's name
     * @param why the error
     */
    record NodeUnreachable(String node, KwsException why) implements RentalEvent {
        @Override
        public String toString() {
            return "%s does not answer: %s".formatted(node, why.reason());
        }
    }

    /**
     * A node that did not answer does again; what happened meanwhile is told next. Immutable.
     *
     * @param node the node's name
     */
    record NodeBack(String node) implements RentalEvent {
        @Override
        public String toString() {
            return node + " is back";
        }
    }
}
