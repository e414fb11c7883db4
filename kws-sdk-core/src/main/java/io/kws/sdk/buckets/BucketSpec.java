package io.kws.sdk.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A bucket to rent: a name is enough. Defaults stand at each method. Immutable.
 *
 * <pre>{@code
 * BucketSpec spec = BucketSpec.builder().name("photos").owner("alice").term(Duration.ofDays(30)).build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class BucketSpec {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{3,63}");

    BucketSpec() {}

    /** {@return a builder, which asks for the name first} */
    public static NeedsName builder() {
        return ImmutableBucketSpec.newBuilder();
    }

    /**
     * Returns a spec with nothing but a name.
     *
     * @param name 3 to 63 of the characters a-z, 0-9 and hyphen
     * @return the spec
     * @throws InvalidRequestException if the name is not allowed
     */
    public static BucketSpec named(String name) {
        return builder().name(name).build();
    }

    /** {@return the name: 3 to 63 of the characters a-z, 0-9 and hyphen} */
    public abstract String name();

    /** {@return who may read it; private} */
    @Value.Default
    public Visibility visibility() {
        return Visibility.PRIVATE;
    }

    /** {@return who rents it; empty for nobody in particular} */
    @Value.Default
    public String owner() {
        return "";
    }

    /** {@return for how long it is rented, from now; empty: until it is deleted} */
    public abstract Optional<Duration> term();

    /** {@return the rental's ID; random} */
    @Value.Default
    public RentalId rentalId() {
        return RentalId.random();
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        if (!NAME.matcher(name()).matches()) {
            throw new InvalidRequestException(
                    "the bucket name \"%s\" is not allowed: 3 to 63 of the characters a-z, 0-9 and hyphen"
                            .formatted(name()));
        }
        RentalLimits.requireOwner(owner());
        term().ifPresent(RentalLimits::requireTerm);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link BucketSpec#name}.
         *
         * @param name 3 to 63 of the characters a-z, 0-9 and hyphen
         * @return the builder of what is optional
         */
        Options name(String name);
    }

    /** Sets what is optional. Not safe for use by many threads. */
    public interface Options {
        /**
         * Sets {@link BucketSpec#visibility}.
         *
         * @param visibility who
         * @return this
         */
        Options visibility(Visibility visibility);

        /**
         * Sets {@link BucketSpec#owner}.
         *
         * @param owner at most 255 characters, and 256 bytes as Swift keeps them: other than ASCII letters, digits
         *     and marks take three bytes for each of their own
         * @return this
         */
        Options owner(String owner);

        /**
         * Sets {@link BucketSpec#term}.
         *
         * @param term for how long, from now
         * @return this
         */
        Options term(Duration term);

        /**
         * Sets {@link BucketSpec#rentalId}.
         *
         * @param rentalId the ID
         * @return this
         */
        Options rentalId(RentalId rentalId);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws InvalidRequestException if a value is out of its limits; says which and why
         */
        BucketSpec build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsName, Options {}
}
