package io.kws.sdk.buckets;

import io.kws.sdk.rentals.Rental;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A bucket as Swift, which calls it a container, described it at one moment (Object Storage API v1). Immutable. */
public interface Bucket {
    /** {@return the name of the node} */
    String node();

    /** {@return the name; unique in the project, never changes} */
    String name();

    /** {@return who may read it} */
    Visibility visibility();

    /** {@return the URL; an object of a public bucket can be read by everybody at its name below it} */
    URI url();

    /** {@return the time of its creation} */
    Instant created();

    /** {@return the rental; empty if the bucket was not rented through the SDK} */
    Optional<Rental> rental();
}
