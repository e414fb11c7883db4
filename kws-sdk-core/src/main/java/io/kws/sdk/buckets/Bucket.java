package io.kws.sdk.buckets;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.Rental;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A bucket as its node described it at one moment. Immutable. */
@Value.Immutable
@ValueStyle
public interface Bucket {
    /** {@return the node's name} */
    String node();

    /** {@return the name; unique in the project, never changes} */
    String name();

    /** {@return who may read it} */
    Visibility visibility();

    /** {@return its address; a public bucket answers there to everybody, an object at its name below it} */
    URI url();

    /** {@return when it was made} */
    Instant created();

    /** {@return who rents it until when; empty if it was not rented through the SDK} */
    Optional<Rental> rental();

    /** {@return a builder. For drivers} */
    static Builder builder() {
        return ImmutableBucket.newBuilder();
    }

    /** Sets the values of a bucket. For drivers; not safe for use by many threads. */
    interface Builder {
        /**
         * Sets {@link Bucket#node}.
         *
         * @param node the name
         * @return this
         */
        Builder node(String node);

        /**
         * Sets {@link Bucket#name}.
         *
         * @param name the name
         * @return this
         */
        Builder name(String name);

        /**
         * Sets {@link Bucket#visibility}.
         *
         * @param visibility who
         * @return this
         */
        Builder visibility(Visibility visibility);

        /**
         * Sets {@link Bucket#url}.
         *
         * @param url the address
         * @return this
         */
        Builder url(URI url);

        /**
         * Sets {@link Bucket#created}.
         *
         * @param created when
         * @return this
         */
        Builder created(Instant created);

        /**
         * Sets {@link Bucket#rental}.
         *
         * @param rental who rents it
         * @return this
         */
        Builder rental(Rental rental);

        /** {@return the bucket} */
        Bucket build();
    }
}
