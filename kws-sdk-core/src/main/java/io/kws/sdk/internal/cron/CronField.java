package io.kws.sdk.internal.cron;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One of the five fields of a cron expression: what it may say, and how it is read. */
enum CronField {
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY(1, 31, ""),
    MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    /** Both 0 and 7 are Sunday. */
    WEEKDAY(0, 7, "SUN MON TUE WED THU FRI SAT");

    private final int least;
    private final int most;
    private final String names;

    CronField(int least, int most, String names) {
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /**
     * What a field says. Immutable by convention.
     *
     * @param values the numbers it names
     * @param isAny whether it begins with an asterisk, which leaves the choice of the day to the other field of days
     */
    record Choice(BitSet values, boolean isAny) {
        boolean has(int value) {
            return values.get(value);
        }
    }

    Choice read(String text) {
        BitSet values = new BitSet();
        for (String item : text.split(",", -1)) {
            add(item, values);
        }
        if (this == WEEKDAY && values.get(least)) {
            values.set(most);
        }
        return new Choice(values, text.startsWith("*"));
    }

    private void add(String item, BitSet values) {
        String[] parts = item.split("/", -1);
        int step = parts.length == 1 ? 1 : number(parts[1], item);
        String[] ends = parts[0].equals("*") ? new String[] {"" + least, "" + most} : parts[0].split("-", -1);
        if (parts.length > 2 || ends.length > 2 || step < 1) {
            throw wrong(item);
        }
        int first = value(ends[0], item);
        int last = ends.length == 2 ? value(ends[1], item) : parts.length == 2 ? most : first;
        if (first > last) {
            throw wrong(item);
        }
        for (int value = first; value <= last; value += step) {
            values.set(value);
        }
    }

    private int value(String text, String item) {
        int named = text.isEmpty() ? -1 : List.of(names.split(" ", -1)).indexOf(text.toUpperCase(Locale.ROOT));
        int value = named < 0 ? number(text, item) : named + least;
        if (value < least || value > most) {
            throw wrong(item);
        }
        return value;
    }

    private int number(String text, String item) {
        if (!text.matches("\\d{1,3}")) {
            throw wrong(item);
        }
        return Integer.parseInt(text);
    }

    private InvalidRequestException wrong(String item) {
        return new InvalidRequestException("\"%s\" is no %s from %d to %d, no range and no step"
                .formatted(item, name().toLowerCase(Locale.ROOT), least, most));
    }
}
