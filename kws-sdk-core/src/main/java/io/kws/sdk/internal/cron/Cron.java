package io.kws.sdk.internal.cron;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.cron.CronField.Choice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The times that a cron expression names in a zone. One that a change of the clocks leaves out is the moment of the
 * change; one that it repeats comes once, but both times where every hour is named. Immutable.
 */
public final class Cron {
    /** From one 29th of February to the next, over a year that has none. */
    private static final int MOST_DAYS = 366 * 9;

    private final Choice minutes;
    private final Choice hours;
    private final Choice days;
    private final Choice months;
    private final Choice weekdays;
    private final ZoneId zone;

    private Cron(String[] fields, ZoneId zone) {
        this.minutes = CronField.MINUTE.read(fields[0]);
        this.hours = CronField.HOUR.read(fields[1]);
        this.days = CronField.DAY.read(fields[2]);
        this.months = CronField.MONTH.read(fields[3]);
        this.weekdays = CronField.WEEKDAY.read(fields[4]);
        this.zone = zone;
    }

    public static Cron parse(String expression, ZoneId zone) {
        String[] fields = expression.strip().split("\\s+", -1);
        try {
            if (fields.length != 5) {
                throw new InvalidRequestException("it has not five fields");
            }
            Cron cron = new Cron(fields, zone);
            var unused = cron.after(Instant.EPOCH);
            return cron;
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(
                    "\"%s\" is not a cron expression: %s".formatted(expression, e.getMessage()), e);
        }
    }

    /** Returns the first time after a moment. */
    public Instant after(Instant moment) {
        return nearest(moment, 1, times -> times.higher(moment));
    }

    /** Returns the last time that is not after a moment. */
    public Instant upTo(Instant moment) {
        return nearest(moment, -1, times -> times.floor(moment));
    }

    private Instant nearest(Instant moment, int direction, Function<NavigableSet<Instant>, Instant> choice) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return IntStream.range(0, MOST_DAYS)
                .mapToObj(offset -> today.plusDays((long) direction * offset))
                .filter(this::isNamed)
                .flatMap(day -> Optional.ofNullable(choice.apply(times(day))).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("there is no such day"));
    }

    /** As in every cron: where both the day of the month and the weekday are restricted, either will do. */
    private boolean isNamed(LocalDate day) {
        boolean inMonth = days.has(day.getDayOfMonth());
        boolean inWeek = weekdays.has(day.getDayOfWeek().getValue());
        boolean isEither = !days.isAny() && !weekdays.isAny();
        boolean isDay = isEither ? (inMonth || inWeek) : (inMonth && inWeek);
        return isDay && months.has(day.getMonthValue());
    }

    private NavigableSet<Instant> times(LocalDate day) {
        NavigableSet<Instant> times = new TreeSet<>();
        hours.values().stream()
                .forEach(hour -> minutes.values().stream()
                        .forEach(minute -> moments(day.atTime(hour, minute)).forEach(times::add)));
        return times;
    }

    private Stream<Instant> moments(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            return Stream.of(zone.getRules().getTransition(time).getInstant());
        }
        return offsets.stream().limit(hours.isAny() ? 2 : 1).map(time::toInstant);
    }
}
