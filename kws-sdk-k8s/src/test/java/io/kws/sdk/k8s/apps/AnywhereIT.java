package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The room of a real cluster, and what a watch tells of it. */
class AnywhereIT {
    private final Kws kws = Testbed.connect(Testbed.cluster().namespace("default"));
    private final String suffix = RentalId.random().value();

    @AfterEach
    void end() {
        kws.close();
    }

    private AppSpec.Options hello() {
        return AppSpec.builder().name("any-" + suffix).image("kws/web:1").port(8080);
    }

    @Test
    void plan_ofAnyApp_tellsTheRoomOfTheMachines() {
        PlacementPlan small = kws.fleet().plan(hello().build(), Placement.mostRoom());
        PlacementPlan large = kws.fleet()
                .plan(
                        hello().resources(PodResources.builder()
                                        .memoryRequestMib(1 << 30)
                                        .build())
                                .build(),
                        Placement.mostRoom());

        assertThat(small.best().orElseThrow().fits().orElseThrow()).isBetween(1L, 1000L);
        assertThat(large.best()).isEmpty();
        assertThat(large.passedOver().get("k1")).isInstanceOf(NoCapacityException.class);
    }

    /** Its pauses are so long that only the cluster itself can have told. */
    @Test
    void watch_appIsDeployedAndDeleted_isToldByTheClusterItself() throws InterruptedException {
        BlockingQueue<RentalEvent> events = new LinkedBlockingQueue<>();
        WatchSpec spec = WatchSpec.builder()
                .query(RentalQuery.ownedBy("bob-" + suffix))
                .listener(events::add)
                .shortest(Duration.ofMillis(100))
                .longest(Duration.ofHours(1))
                .build();
        try (RentalWatch watch = kws.watches().open(spec)) {
            AppSpec app = hello().owner("bob-" + suffix).build();
            kws.node("k1").apps().deploy(app);
            assertThat(events.poll(60, TimeUnit.SECONDS)).isInstanceOf(RentalEvent.Appeared.class);
            assertThat(watch.spec()).isEqualTo(spec);

            kws.node("k1").apps().delete(app.name());
            RentalEvent last = events.poll(60, TimeUnit.SECONDS);
            while (last != null && !(last instanceof RentalEvent.Gone)) {
                last = events.poll(60, TimeUnit.SECONDS);
            }
            assertThat(last).isInstanceOf(RentalEvent.Gone.class);
        }
    }
}
