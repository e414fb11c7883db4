package io.kws.sdk.internal.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.internal.nodes.FakeNote;
import io.kws.sdk.internal.nodes.ManualClock;
import io.kws.sdk.sweeps.SweepLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeLeaseTest {
    private final ManualClock clock = new ManualClock("2026-01-01T00:00:00Z");
    private final FakeNote note = new FakeNote();

    private Optional<SweepLock.Held> tryTake() {
        return NodeLease.tryTake(new NodeLease.Terms(note, clock, Duration.ofMinutes(10)));
    }

    private SweepLock.Held take() {
        return tryTake().orElseThrow();
    }

    @Test
    void tryTake_hadByAnother_isRefusedUntilGivenBack() {
        SweepLock.Held first = take();
        assertThat(tryTake()).isEmpty();

        first.close();

        assertThat(tryTake()).isPresent();
        assertThat(first.renew()).isFalse();
    }

    @Test
    void tryTake_holderDied_isGrantedAfterTermAndSkew() {
        take();
        clock.go(Duration.ofMinutes(11));
        assertThat(tryTake()).isEmpty();

        clock.go(Duration.ofSeconds(1));

        assertThat(tryTake()).isPresent();
    }

    @Test
    void tryTake_manyAtOnce_isGrantedToOne() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 200; i++) {
                List<SweepLock.Held> held = Stream.generate(() -> CompletableFuture.supplyAsync(this::tryTake, threads))
                        .limit(8)
                        .toList()
                        .stream()
                        .flatMap(future -> future.join().stream())
                        .toList();

                assertThat(held).hasSize(1);
                held.get(0).close();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void renew_inTime_keepsItForAsLongAsIsNeeded() {
        SweepLock.Held lease = take();
        for (int i = 0; i < 10; i++) {
            clock.go(Duration.ofMinutes(4));
            assertThat(lease.renew()).isTrue();
            assertThat(tryTake()).isEmpty();
        }
    }

    @Test
    void renew_shortlyAfter_makesNoCall() {
        SweepLock.Held lease = take();
        String before = note.text();
        clock.go(Duration.ofMinutes(3));

        assertThat(lease.renew()).isTrue();
        assertThat(note.text()).isEqualTo(before);
    }

    @Test
    void renew_takenByAnother_isLostForGood() {
        SweepLock.Held first = take();
        clock.go(Duration.ofMinutes(12));
        SweepLock.Held second = take();

        assertThat(first.renew()).isFalse();
        first.close();
        assertThat(second.renew()).isTrue();
        second.close();
        assertThat(first.renew()).isFalse();
    }

    @Test
    void renew_nodeDown_isKeptUntilTheTermEnds() {
        SweepLock.Held lease = take();
        note.down(true);
        clock.go(Duration.ofMinutes(9));
        assertThat(lease.renew()).isTrue();

        clock.go(Duration.ofMinutes(1));

        assertThat(lease.renew()).isFalse();
    }

    @Test
    void renew_answersLost_isKept() {
        note.loseAnswers(1);
        SweepLock.Held lease = take();
        clock.go(Duration.ofMinutes(4));
        note.loseAnswers(1);
        assertThat(lease.renew()).isTrue();
        clock.go(Duration.ofMinutes(4));
        assertThat(lease.renew()).isTrue();

        note.loseAnswers(1);
        lease.close();

        assertThat(tryTake()).isPresent();
    }

    @Test
    void swept_closedAndTakenAgain_isRemembered() {
        SweepLock.Held first = take();
        assertThat(first.lastRun()).isEmpty();
        first.swept(Instant.parse("2026-01-01T00:00:00.5Z"));
        first.close();

        assertThat(note.text()).isEqualTo("last-sweep=2026-01-01T00:00:00Z");
        assertThat(take().lastRun()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void tryTake_textOfSomebodyElse_isAsGoodAsNone() {
        note.replace(note.read(), "hands off! until=tomorrow last-sweep=never last-sweep=x sweeper");

        assertThat(take().lastRun()).isEmpty();
    }

    @Test
    void tryTake_nodeDown_fails() {
        note.down(true);

        assertThatThrownBy(this::tryTake).isInstanceOf(NodeUnavailableException.class);
    }
}
