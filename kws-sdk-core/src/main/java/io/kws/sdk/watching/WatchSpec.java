package io.kws.sdk.watching;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.rentals.RentalQuery;
import java.time.Duration;
import org.immutables.value.Value;

/** The rentals to watch, and how; each method names its default. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class WatchSpec {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    WatchSpec() {}

    /** {@return which rentals; all by default. Naming kinds saves calls for the others} */
    @Value.Default
    public RentalQuery query() {
        return RentalQuery.ALL;
    }

    /** {@return the listener of changes; none by default} */
    @Value.Default
    public RentalListener listener() {
        return event -> {};
    }

    /** {@return how long before its end a rental's end counts as near; a day by default} */
    @Value.Default
    public Duration endNear() {
        return Duration.ofDays(1);
    }

    /** {@return the pause between two polls while something changes; 2 s by default} */
    @Value.Default
    public Duration shortest() {
        return Duration.ofSeconds(2);
    }

    /** {@return the pause between two polls while nothing changes; a minute by default} */
    @Value.Default
    public Duration longest() {
        return Duration.ofMinutes(1);
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        if (shortest().isNegative() || shortest().isZero() || longest().compareTo(shortest()) < 0) {
            throw new InvalidRequestException(
                    "pauses must be positive and the longest not below the shortest, were %s to %s"
                            .formatted(DurationText.words(shortest()), DurationText.words(longest())));
        }
        if (longest().compareTo(LONGEST) > 0) {
            throw new InvalidRequestException(
                    "the longest pause must be at most 100 years, was " + DurationText.words(longest()));
        }
        if (endNear().isNegative() || endNear().compareTo(LONGEST) > 0) {
            throw new InvalidRequestException("endNear must be 0 to 100 years, was " + DurationText.words(endNear()));
        }
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return ImmutableWatchSpec.newBuilder();
    }

    /** Sets what differs from the defaults. Not thread-safe. */
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
