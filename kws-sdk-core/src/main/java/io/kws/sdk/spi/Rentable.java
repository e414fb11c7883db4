package io.kws.sdk.spi;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of thing that a node rents out. What is rented carries {@link io.kws.sdk.rentals.RentalTags}. All methods make
 * calls, and throw a {@link io.kws.sdk.errors.KwsException} if the node fails. Safe for use by many threads.
 */
public interface Rentable extends Leftovers {
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
    default List<Part> orphans(Set<String> living) {
        return List.of();
    }

    /**
     * A thing with its tags. Immutable.
     *
     * @param id its ID
     * @param name its name
     * @param status its status in the service's words
     * @param tags all its tags, those of others among them
     */
    record Tagged(String id, String name, String status, Map<String, String> tags) {
        /**
         * Copies the tags.
         *
         * @param id its ID
         * @param name its name
         * @param status its status in the service's words
         * @param tags all its tags, those of others among them
         */
        public Tagged {
            tags = Map.copyOf(tags);
        }
    }
}
