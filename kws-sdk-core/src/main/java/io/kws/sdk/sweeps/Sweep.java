package io.kws.sdk.sweeps;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.rentals.RentalQuery;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * The settings of a sweep; each method names its default. Immutable.
 *
 * <pre>{@code
 * SweepReport report = kws.sweeps().run(Sweep.builder()
 *     .rule(thing -> thing.kind() == ResourceKind.BUCKET
 *         ? EndPolicy.stopThenDelete(Duration.ofDays(7))
 *         : EndPolicy.delete())
 *     .listener(item -> {
 *         if (item.action() == SweepAction.WARN && item.outcome() == SweepOutcome.DONE) {
 *             mail(item.target().owner(), item.reason());
 *         }
 *     })
 *     .build());
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class Sweep {
    /** An age that nothing reaches: 100 years. */
    public static final Duration NEVER = Duration.ofDays(36_525);

    private static final int MOST_AT_ONCE = 64;

    Sweep() {}

    /** {@return a sweep with the defaults that only reports what it would do} */
    public static Sweep dryRun() {
        return builder().mode(SweepMode.DRY_RUN).build();
    }

    /** {@return a sweep with the defaults} */
    public static Sweep byDefault() {
        return builder().build();
    }

    /** {@return a builder} */
    public static Builder builder() {
        return ImmutableSweep.newBuilder();
    }

    /** {@return whether it carries out what is due; it does by default} */
    @Value.Default
    public SweepMode mode() {
        return SweepMode.CARRY_OUT;
    }

    /** {@return which rentals; all. What is left of rentals that are no more is looked for on its nodes} */
    @Value.Default
    public RentalQuery query() {
        return RentalQuery.ALL;
    }

    /** {@return how long before its end the renter of a thing is warned; a day. Zero: not at all} */
    @Value.Default
    public Duration warnBefore() {
        return Duration.ofDays(1);
    }

    /** {@return the rule for expired rentals; by default they are stopped, and deleted a day later} */
    @Value.Default
    public EndRule rule() {
        return thing -> EndPolicy.stopThenDelete(Duration.ofDays(1));
    }

    /**
     * {@return how old what is left of rentals that are no more must be before it is taken away; an hour. Longer than
     * any use case under way may take, as what it has made so far looks the same. {@link #NEVER}: it stays}
     */
    @Value.Default
    public Duration orphansOlderThan() {
        return Duration.ofHours(1);
    }

    /** {@return how many things of one node are worked on at once; 4} */
    @Value.Default
    public int atOncePerNode() {
        return 4;
    }

    /** {@return how often what failed is tried again within the sweep, with growing pauses; 2 times} */
    @Value.Default
    public int retries() {
        return 2;
    }

    /** {@return the listener of all actions; none by default} */
    @Value.Default
    public SweepListener listener() {
        return SweepListener.NONE;
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        if (warnBefore().isNegative() || warnBefore().compareTo(NEVER) > 0) {
            throw new InvalidRequestException(
                    "warnBefore must be 0 to 100 years, was " + DurationText.words(warnBefore()));
        }
        if (orphansOlderThan().isNegative()) {
            throw new InvalidRequestException(
                    "orphansOlderThan must not be negative, was " + DurationText.words(orphansOlderThan()));
        }
        if (atOncePerNode() < 1 || atOncePerNode() > MOST_AT_ONCE) {
            throw new InvalidRequestException(
                    "atOncePerNode must be 1 to %d, was %d".formatted(MOST_AT_ONCE, atOncePerNode()));
        }
        if (retries() < 0) {
            throw new InvalidRequestException("retries must not be negative, was " + retries());
        }
    }

    /** Sets what is optional. Not thread-safe. */
    public interface Builder {
        /**
         * Sets {@link Sweep#mode}.
         *
         * @param mode whether it does what is due
         * @return this
         */
        Builder mode(SweepMode mode);

        /**
         * Sets {@link Sweep#query}.
         *
         * @param query which rentals
         * @return this
         */
        Builder query(RentalQuery query);

        /**
         * Sets {@link Sweep#warnBefore}.
         *
         * @param warnBefore how long before the end; zero: no warning
         * @return this
         */
        Builder warnBefore(Duration warnBefore);

        /**
         * Sets {@link Sweep#rule}.
         *
         * @param rule what becomes of rentals that are over
         * @return this
         */
        Builder rule(EndRule rule);

        /**
         * Sets {@link Sweep#orphansOlderThan}.
         *
         * @param orphansOlderThan the minimum age; {@link Sweep#NEVER}: they stay
         * @return this
         */
        Builder orphansOlderThan(Duration orphansOlderThan);

        /**
         * Sets {@link Sweep#atOncePerNode}.
         *
         * @param atOncePerNode 1 to 64
         * @return this
         */
        Builder atOncePerNode(int atOncePerNode);

        /**
         * Sets {@link Sweep#retries}.
         *
         * @param retries how often; not negative
         * @return this
         */
        Builder retries(int retries);

        /**
         * Sets {@link Sweep#listener}.
         *
         * @param listener what hears of each action
         * @return this
         */
        Builder listener(SweepListener listener);

        /**
         * Returns the sweep.
         *
         * @return the sweep
         * @throws InvalidRequestException if a value is out of its limits
         */
        Sweep build();
    }
}
