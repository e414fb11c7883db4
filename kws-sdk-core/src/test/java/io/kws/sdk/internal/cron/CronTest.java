package io.kws.sdk.internal.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> next(String expression, ZoneId zone, String from, int count) {
        Cron cron = Cron.parse(expression, zone);
        return Stream.iterate(cron.after(Instant.parse(from)), cron::after)
                .limit(count)
                .map(time -> time.atZone(zone).toOffsetDateTime().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 * * *        | 2026-01-31T23:59:59Z | 2026-02-01T00:00:00Z",
                "0 0 * * *        | 2026-01-31T00:00:00Z | 2026-02-01T00:00:00Z",
                "*/15 * * * *     | 2026-01-31T10:14:59Z | 2026-01-31T10:15:00Z",
                "5/20 * * * *     | 2026-01-31T10:26:00Z | 2026-01-31T10:45:00Z",
                "0 8-17/3 * * *   | 2026-01-31T11:00:00Z | 2026-01-31T14:00:00Z",
                "30 4 1,15 * *    | 2026-01-02T00:00:00Z | 2026-01-15T04:30:00Z",
                "0 0 * * 1-5      | 2026-01-30T00:00:00Z | 2026-02-02T00:00:00Z",
                "0 0 * * mon      | 2026-01-30T00:00:00Z | 2026-02-02T00:00:00Z",
                "0 0 * * 0        | 2026-01-30T00:00:00Z | 2026-02-01T00:00:00Z",
                "0 0 * * 7        | 2026-01-30T00:00:00Z | 2026-02-01T00:00:00Z",
                "0 0 * * FRI-7    | 2026-01-31T00:00:00Z | 2026-02-01T00:00:00Z",
                "0 0 1 JAN *      | 2026-01-31T00:00:00Z | 2027-01-01T00:00:00Z",
                "0 0 13 * 5       | 2026-01-09T00:00:00Z | 2026-01-13T00:00:00Z",
                "0 0 13 * 5       | 2026-01-13T00:00:00Z | 2026-01-16T00:00:00Z",
                "0 0 */2 * 5      | 2026-01-16T00:00:00Z | 2026-01-23T00:00:00Z",
                "0 0 31 * *       | 2026-01-31T00:00:00Z | 2026-03-31T00:00:00Z",
                "0 0 29 2 *       | 2097-01-01T00:00:00Z | 2104-02-29T00:00:00Z",
                "' 0  0 * * * '   | 2026-01-31T10:00:00Z | 2026-02-01T00:00:00Z",
            })
    void after_anyExpression_isTheNextTime(String expression, Instant from, Instant next) {
        assertThat(Cron.parse(expression, UTC).after(from)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 * * *  | 2026-01-31T23:59:59Z | 2026-01-31T00:00:00Z",
                "0 0 * * *  | 2026-01-31T00:00:00Z | 2026-01-31T00:00:00Z",
                "0 9 * * 1  | 2026-02-02T08:59:59Z | 2026-01-26T09:00:00Z",
                "0 0 29 2 * | 2104-02-28T00:00:00Z | 2096-02-29T00:00:00Z",
            })
    void upTo_anyMoment_isTheLastTime(String expression, Instant at, Instant last) {
        assertThat(Cron.parse(expression, UTC).upTo(at)).isEqualTo(last);
    }

    @Test
    void after_timeThatIsLeftOut_isTheMomentOfTheChange() {
        assertThat(next("30 2 * * *", BERLIN, "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
        assertThat(next("*/20 2 * * *", BERLIN, "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00");
    }

    @Test
    void after_midnightThatIsLeftOut_comesThatDayAllTheSame() {
        assertThat(next("0 0 * * *", ZoneId.of("Asia/Beirut"), "2026-03-27T23:00:00Z", 3))
                .containsExactly("2026-03-29T01:00+03:00", "2026-03-30T00:00+03:00", "2026-03-31T00:00+03:00");
    }

    @Test
    void after_timeThatComesTwice_comesOnce() {
        assertThat(next("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void after_everyHourOverTheChange_isEveryHour() {
        assertThat(next("30 * * * *", BERLIN, "2026-10-24T23:00:00Z", 4))
                .containsExactly(
                        "2026-10-25T01:30+02:00",
                        "2026-10-25T02:30+02:00",
                        "2026-10-25T02:30+01:00",
                        "2026-10-25T03:30+01:00");
    }

    @Test
    void upTo_dayAroundTheChanges_agreesWithAfter() {
        for (String expression : List.of("0 0 * * *", "30 2 * * *", "*/30 * * * *", "15 1-3 * * *")) {
            Cron cron = Cron.parse(expression, BERLIN);
            for (String day : List.of("2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z")) {
                Instant end = Instant.parse(day).plusSeconds(36 * 3600);
                for (Instant at = Instant.parse(day); at.isBefore(end); at = at.plusSeconds(900)) {
                    assertThat(cron.upTo(cron.after(at))).isEqualTo(cron.after(at));
                    assertThat(cron.upTo(at)).isBeforeOrEqualTo(at);
                    assertThat(cron.after(cron.upTo(at))).isAfter(at);
                }
            }
        }
    }

    @Test
    void after_dayThatAZoneNeverHad_isNotLost() {
        ZoneId apia = ZoneId.of("Pacific/Apia"); // went over the date line on 2011-12-30
        ZonedDateTime before = ZonedDateTime.of(2011, 12, 29, 12, 0, 0, 0, apia);

        assertThat(next("0 0 * * *", apia, before.toInstant().toString(), 2))
                .containsExactly("2011-12-31T00:00+14:00", "2012-01-01T00:00+14:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "1/2/3 * * * *",
                "1-2-3 * * * *",
                "a * * * *",
                "-1 * * * *",
                ", * * * *",
                "1, * * * *",
                "* * * MON *",
                "@daily",
                "0 0 30 2 *",
                "0 0 31 4,6 *",
                "99999999999 * * * *"
            })
    void parse_whatIsNoExpression_isRefused(String expression) {
        assertThatThrownBy(() -> Cron.parse(expression, UTC))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"" + expression + "\" is not a cron expression");
    }
}
