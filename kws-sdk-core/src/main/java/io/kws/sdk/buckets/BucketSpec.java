package io.kws.sdk.buckets;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.rentals.RentalLimits;
import io.kws.sdk.rentals.RentalSpec;
import io.kws.sdk.rentals.RentalTerms;
import java.time.Duration;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * Describes a bucket to rent. Only the name is required; each accessor documents its default. Immutable.
 *
 * <pre>{@code
 * BucketSpec spec = BucketSpec.builder().name("photos").owner("alice").term(Duration.ofDays(30)).build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class BucketSpec implements RentalSpec {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{3,63}");

    BucketSpec() {}

    /** {@return a builder, which asks for the name first} */
    public static NeedsName builder() {
        return ImmutableBucketSpec.newBuilder();
    }

    /**
     * Returns a spec with a name and the defaults.
     *
     * @param name 3 to 63 of a-z, 0-9 and hyphens
     * @return the spec
     * @throws io.kws.sdk.errors.InvalidRequestException if the name is not allowed
     */
    public static BucketSpec named(String name) {
        return builder().name(name).build();
    }

    /** {@return the name, unique in the project: 3 to 63 of a-z, 0-9 and hyphens} */
    @Override
    public abstract String name();

    /** {@return who may read the bucket; {@link Visibility#PRIVATE} by default} */
    @Value.Default
    public Visibility visibility() {
        return Visibility.PRIVATE;
    }

    /** {@return the time limit of the creation; 2 min by default} */
    @Override
    @Value.Default
    public Duration readyWithin() {
        return Duration.ofMinutes(2);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        Require.matches("bucket name", NAME, "3 to 63 of a-z, 0-9 and hyphens", name());
        RentalLimits.require(this);
    }

    /** Asks for the name. */
    public interface NeedsName {
        /**
         * Sets {@link BucketSpec#name}.
         *
         * @param name 3 to 63 of a-z, 0-9 and hyphens
         * @return the builder of the options
         */
        Options name(String name);
    }

    /** Sets the options of a bucket. Not thread-safe. */
    public interface Options extends RentalTerms<Options> {
        /**
         * Sets {@link BucketSpec#visibility}.
         *
         * @param visibility who may read the bucket
         * @return this builder
         */
        Options visibility(Visibility visibility);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        BucketSpec build();
    }

    /** Keeps the generated builder in line with the stages. */
    interface Builder extends NeedsName, Options {}
}
