package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void current_noneSet_isFarAway() {
        assertThat(Deadline.current().remaining()).isGreaterThan(Duration.ofDays(3000));
    }

    @Test
    void during_nested_innerCountsAndOuterComesBack() {
        Deadline outer = Deadline.after(Duration.ofHours(2));
        Deadline inner = Deadline.after(Duration.ofHours(1));

        Deadline afterInner = outer.during(() -> {
            assertThat(inner.<Deadline>during(Deadline::current)).isSameAs(inner);
            return Deadline.current();
        });

        assertThat(afterInner).isSameAs(outer);
    }

    @Test
    void during_workFails_outerComesBack() {
        Deadline inner = Deadline.after(Duration.ofHours(1));

        assertThatThrownBy(() -> inner.during(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Deadline.current().allowed()).isGreaterThan(Duration.ofDays(3000));
    }

    @Test
    void remaining_past_isZero() {
        Deadline past = Deadline.after(Duration.ofSeconds(-5));

        assertThat(past.remaining()).isZero();
        assertThat(past.hasPassed()).isTrue();
    }

    @Test
    void atMost_more_isTheSame() {
        Deadline near = Deadline.after(Duration.ofMinutes(1));

        assertThat(near.atMost(Duration.ofHours(1))).isSameAs(near);
    }

    @Test
    void atMost_less_isNearer() {
        assertThat(Deadline.after(Duration.ofHours(1))
                        .atMost(Duration.ofMinutes(1))
                        .allowed())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void after_longerThanTimeItself_isNoOverflow() {
        Deadline endless = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(endless.hasPassed()).isFalse();
        assertThat(endless.atMost(Duration.ofMinutes(1)).remaining()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
}
