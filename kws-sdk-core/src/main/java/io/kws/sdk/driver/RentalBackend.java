package io.kws.sdk.driver;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of thing that a node rents out. What is rented carries {@link io.kws.sdk.driver.RentalTags}. All methods make
 * calls, and throw a {@link io.kws.sdk.errors.KwsException} if the node fails. Thread-safe.
 */
public interface RentalBackend extends OrphanFinder {
    /** {@return all that carry the SDK's tags, whoever rents them, all pages} */
    List<Tagged> list();

    /**
     * Looks for a thing, whether it carries the SDK's tags or not.
     *
     * @param nameOrId its name or ID
     * @return the thing
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several have the name
     */
    Tagged get(String nameOrId);

    /**
     * Writes tags; others stay as they are.
     *
     * @param id the thing
     * @param tags the tags; an empty value is as good as none
     */
    void tag(String id, Map<String, String> tags);

    /**
     * Stops a thing, so that it can be started again. Does nothing to what cannot run.
     *
     * @param id the thing
     */
    void stop(String id);

    /**
     * Takes a thing away, and all that was made for its rental; fine if some or all of it is gone.
     *
     * @param id the thing
     * @return what was removed
     */
    Receipt end(String id);

    /** Nothing, where all that is made beside a thing goes with it. */
    @Override
    default Receipt endRest(RentalId rental) {
        return Receipt.empty();
    }

    /** Nothing, where all that is made beside a thing goes with it. */
    @Override
    default List<Orphan> orphans(Set<String> living) {
        return List.of();
    }

    /**
     * Begins to tell when what {@link #list} says may have changed, where the service tells by itself.
     *
     * @param news called after each change, on any thread; returns at once
     * @return ends it; nothing where the service has to be asked
     */
    default Optional<Alarm> alarm(Runnable news) {
        return Optional.empty();
    }

    /** Tells of changes until it is closed. */
    interface Alarm extends AutoCloseable {
        /** Ends it at once. */
        @Override
        void close();
    }

    /** Whether a thing stays as it is by itself. */
    enum Course {
        /** It stays as it is until somebody does something to it. */
        RESTING,
        /** It is being made, changed or deleted. */
        UNDER_WAY
    }

    /**
     * A thing with its tags. Immutable.
     *
     * @param id its ID
     * @param name its name
     * @param status its status in the service's words
     * @param tags all its tags, those of others among them
     * @param addresses where it is reached, in the service's order
     * @param course whether it stays as it is
     */
    record Tagged(
            String id, String name, String status, Map<String, String> tags, List<String> addresses, Course course) {
        /**
         * Copies tags and addresses.
         *
         * @param id its ID
         * @param name its name
         * @param status its status in the service's words
         * @param tags all its tags, those of others among them
         * @param addresses where it is reached
         * @param course whether it stays as it is
         */
        public Tagged {
            tags = Map.copyOf(tags);
            addresses = List.copyOf(addresses);
        }

        /**
         * Makes a thing without addresses that stays as it is.
         *
         * @param id its ID
         * @param name its name
         * @param status its status in the service's words
         * @param tags all its tags, those of others among them
         */
        public Tagged(String id, String name, String status, Map<String, String> tags) {
            this(id, name, status, tags, List.of(), Course.RESTING);
        }
    }
}
