package io.kws.sdk.openstack.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a watch must tell of any two nodes. */
abstract class WatchContract {
    final BlockingQueue<RentalEvent> events = new LinkedBlockingQueue<>();
    private final String suffix = RentalId.random().value();
    private final String owner = "alice-" + suffix;
    private Kws kws;

    /** Connects to the nodes kws1 and kws2. */
    abstract Kws connect();

    /** Returns how long a pause between two looks is at least. */
    abstract Duration shortest();

    /** Ends a test. */
    void end() {}

    @BeforeEach
    void connectToBoth() {
        kws = connect();
    }

    @AfterEach
    void endAll() {
        try {
            kws.rentals().list(mine()).items().stream()
                    .map(RentedThing::rental)
                    .forEach(rental -> kws.rentals().end(rental.orElseThrow().id()));
        } finally {
            end();
            kws.close();
        }
    }

    final RentalQuery mine() {
        return RentalQuery.builder()
                .owner(owner)
                .nodes(Set.of("kws1", "kws2"))
                .kinds(List.of(ResourceKind.SERVER))
                .build();
    }

    final RentalWatch watch() {
        return kws.watches()
                .open(WatchSpec.builder()
                        .query(mine())
                        .listener(events::add)
                        .shortest(shortest())
                        .longest(shortest())
                        .endNear(Duration.ofDays(2))
                        .build());
    }

    final ServerSpec spec(String name) {
        return ServerSpec.builder()
                .name(name + "-" + suffix)
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .login(Login.password(Secret.of("pa55word")))
                .owner(owner)
                .term(Duration.ofDays(1))
                .build();
    }

    final Kws kws() {
        return kws;
    }

    /** Waits for an event of a sort, and returns all up to it. */
    final <E extends RentalEvent> E await(Class<E> type) throws InterruptedException {
        while (true) {
            RentalEvent event = events.poll(60, TimeUnit.SECONDS);
            assertThat(event)
                    .as("the next event, waiting for " + type.getSimpleName())
                    .isNotNull();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    @Test
    void watch_serverIsRentedStoppedAndReleased_isToldInOrder() throws InterruptedException {
        try (RentalWatch watch = watch()) {
            kws.node("kws2").servers().rent(spec("web"));
            assertThat(await(RentalEvent.Appeared.class).node()).isEqualTo("kws2");
            assertThat(await(RentalEvent.EndNear.class).thing().owner()).isEqualTo(owner);

            kws.node("kws2").servers().stop(spec("web").name());
            RentalEvent.StatusChanged stopped = await(RentalEvent.StatusChanged.class);
            while (!stopped.thing().status().equals("SHUTOFF")) {
                stopped = await(RentalEvent.StatusChanged.class);
            }
            assertThat(stopped.toString()).contains("-> SHUTOFF");
            assertThat(stopped.thing().addresses()).isNotEmpty();

            kws.node("kws2").servers().release(spec("web").name());
            assertThat(await(RentalEvent.Gone.class).thing().name())
                    .isEqualTo(spec("web").name());
            assertThat(watch.spec().query()).isEqualTo(mine());
        }
    }

    @Test
    void watch_closedWithItsKws_leavesNoThread() throws InterruptedException {
        kws.node("kws1").servers().rent(spec("web"));
        Kws other = connect();
        other.watches().open(mine(), events::add);
        await(RentalEvent.Appeared.class);

        other.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("kws-watcher"));
    }
}
