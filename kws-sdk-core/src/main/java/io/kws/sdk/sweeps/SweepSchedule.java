package io.kws.sdk.sweeps;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.cron.Cron;
import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The times and settings of automatic sweeps; each method names its default. Immutable.
 *
 * <pre>{@code
 * SweepScheduler nightly = kws.sweeps().schedule(SweepSchedule.builder()
 *     .zone(ZoneId.of("Asia/Seoul"))
 *     .listener(report -> log(report))
 *     .build());
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class SweepSchedule {
    private static final Duration SHORTEST_TERM = Duration.ofMinutes(1);
    private static final Duration LONGEST_TERM = Duration.ofDays(1);

    SweepSchedule() {}

    /** {@return every day at 00:00 by the system's clock, by the defaults} */
    public static SweepSchedule daily() {
        return builder().build();
    }

    /** {@return a builder} */
    public static Builder builder() {
        return ImmutableSweepSchedule.newBuilder();
    }

    /** {@return when, as a Unix cron expression of five fields; {@code 0 0 * * *}, which is every day at 00:00} */
    @Value.Default
    public String cron() {
        return "0 0 * * *";
    }

    /** {@return the zone of those times; the system's} */
    @Value.Default
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** {@return the settings of each sweep; {@link Sweep#byDefault} by default} */
    @Value.Default
    public Sweep sweep() {
        return Sweep.byDefault();
    }

    /**
     * {@return for how long a node's own lock is taken at a time; 10 minutes. It is renewed while the sweep goes on; when
     * the program dies, the others wait until it has ended}
     */
    @Value.Default
    public Duration leaseTerm() {
        return Duration.ofMinutes(10);
    }

    /** {@return the lock that decides which program sweeps a node; empty for the node's own lock} */
    public abstract Optional<SweepLock> lock();

    /** {@return the listener of all sweeps; none by default} */
    @Value.Default
    public ScheduleListener listener() {
        return ScheduleListener.NONE;
    }

    /**
     * Returns the first time of a sweep after a moment.
     *
     * @param moment any moment
     * @return the time
     */
    public Instant next(Instant moment) {
        return times().after(moment);
    }

    private Cron times() {
        return Cron.parse(cron(), zone());
    }

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        var unused = times();
        if (leaseTerm().compareTo(SHORTEST_TERM) < 0 || leaseTerm().compareTo(LONGEST_TERM) > 0) {
            throw new InvalidRequestException("lease term must be %s to %s, was %s"
                    .formatted(
                            DurationText.words(SHORTEST_TERM),
                            DurationText.words(LONGEST_TERM),
                            DurationText.words(leaseTerm())));
        }
    }

    /** Sets what is optional. Not thread-safe. */
    public interface Builder {
        /**
         * Sets {@link SweepSchedule#cron}: minute, hour, day of the month, month, weekday. Each is {@code *}, a number, a
         * range such as {@code 1-5}, one of these with a step such as {@code *}{@code /15}, or a list such as
         * {@code 1,15}; months and weekdays also have names such as {@code JAN} and {@code MON}; Sunday is 0 and 7. Where
         * both the day of the month and the weekday are given, either will do. A time that a change of the clocks leaves
         * out is the moment of the change; one that it repeats comes once, but both times if every hour is named.
         *
         * @param cron the five fields
         * @return this
         */
        Builder cron(String cron);

        /**
         * Sets {@link SweepSchedule#zone}.
         *
         * @param zone the zone
         * @return this
         */
        Builder zone(ZoneId zone);

        /**
         * Sets {@link SweepSchedule#sweep}.
         *
         * @param sweep how
         * @return this
         */
        Builder sweep(Sweep sweep);

        /**
         * Sets {@link SweepSchedule#leaseTerm}.
         *
         * @param leaseTerm a minute to a day
         * @return this
         */
        Builder leaseTerm(Duration leaseTerm);

        /**
         * Sets {@link SweepSchedule#lock}.
         *
         * @param lock what decides who sweeps a node
         * @return this
         */
        Builder lock(SweepLock lock);

        /**
         * Sets {@link SweepSchedule#listener}.
         *
         * @param listener what hears of each sweep
         * @return this
         */
        Builder listener(ScheduleListener listener);

        /**
         * Returns the schedule.
         *
         * @return the schedule
         * @throws InvalidRequestException if the cron expression is invalid, or a value is out of its limits
         */
        SweepSchedule build();
    }
}
