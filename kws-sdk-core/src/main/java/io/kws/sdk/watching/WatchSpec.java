package io.kws.sdk.watching;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.rentals.RentalQuery;
import java.time.Duration;
import org.immutables.value.Value;

/** Which rentals are watched, and how. Defaults stand at each method. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class WatchSpec {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    WatchSpec() {}

    /** {@return which rentals; all. Naming kinds saves asking for the others} */
    @Value.Default
    public RentalQuery query() {
        return RentalQuery.ALL;
    }

    /** {@return who hears of changes; nobody} */
    @Value.Default
    public RentalListener listener() {
        return event -> {};
    }

    /** {@return how long before its end a rental's end is near; a day} */
    @Value.Default
    public Duration endNear() {
        return Duration.ofDays(1);
    }

    /** {@return the pause between two looks at what is changing; 2 s} */
    @Value.Default
    public Duration shortest() {
        return Duration.ofSeconds(2);
    }

    /** {@return the pause between two looks while all is quiet; a minute} */
    @Value.Default
    public Duration longest() {
        return Duration.ofMinutes(1);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        if (shortest().isNegative() || shortest().isZero() || longest().compareTo(shortest()) < 0) {
            throw new InvalidRequestException(
                    "pauses from %s to %s are none; they must be positive, the longest not below the shortest"
                            .formatted(DurationText.words(shortest()), DurationText.words(longest())));
        }
        if (longest().compareTo(LONGEST) > 0) {
            throw new InvalidRequestException(
                    "a pause of " + DurationText.words(longest()) + " cannot be: at most a hundred years");
        }
        if (endNear().isNegative() || endNear().compareTo(LONGEST) > 0) {
            throw new InvalidRequestException("an end cannot be near " + DurationText.words(endNear()) + " before it");
        }
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return ImmutableWatchSpec.newBuilder();
    }

    /** Sets what differs from the defaults. Not safe for use by many threads. */
    public interface Builder {
        /**
         * Sets {@link WatchSpec#query}.
         *
         * @param query which rentals
         * @return this
         */
        Builder query(RentalQuery query);

        /**
         * Sets {@link WatchSpec#listener}.
         *
         * @param listener hears of changes
         * @return this
         */
        Builder listener(RentalListener listener);

        /**
         * Sets {@link WatchSpec#endNear}.
         *
         * @param endNear how long before the end, at most a hundred years; zero: at the end
         * @return this
         */
        Builder endNear(Duration endNear);

        /**
         * Sets {@link WatchSpec#shortest}.
         *
         * @param shortest positive
         * @return this
         */
        Builder shortest(Duration shortest);

        /**
         * Sets {@link WatchSpec#longest}.
         *
         * @param longest not below the shortest, at most a hundred years
         * @return this
         */
        Builder longest(Duration longest);

        /**
         * Returns the spec.
         *
         * @return the spec
         * @throws InvalidRequestException if a value is out of its limits; says which and why
         */
        WatchSpec build();
    }
}
