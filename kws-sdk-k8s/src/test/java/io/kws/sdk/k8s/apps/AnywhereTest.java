package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Kws;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NoNodeException;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.placement.NodeRoom;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Apps on whichever of two clusters has room, and what a watch tells of them. */
class AnywhereTest {
    private final Sandbox sandbox = Sandbox.start("k1", "k2");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    private static AppSpec.Options hello() {
        return app("hello");
    }

    private static AppSpec.Options app(String name) {
        return AppSpec.builder()
                .name(name)
                .image("kws/web:1")
                .port(8080)
                .resources(PodResources.builder().memoryRequestMib(64).build());
    }

    @Test
    void plan_clustersOfDifferentSize_theOneWithMostRoomIsFirst() {
        sandbox.node("k1").cluster().capacity(8000, 640, 110);
        sandbox.node("k2").cluster().capacity(8000, 1280, 110);

        PlacementPlan plan = kws.fleet().plan(hello().replicas(2).build(), Placement.mostRoom());

        assertThat(plan.order()).extracting(NodeRoom::node).containsExactly("k2", "k1");
        assertThat(plan.order()).extracting(room -> room.fits().orElseThrow()).containsExactly(10L, 5L);
    }

    @Test
    void plan_appsAreThere_theirRequestsAreTaken() {
        sandbox.node("k1").cluster().capacity(8000, 640, 110);
        sandbox.node("k2").cluster().capacity(8000, 640, 110);
        kws.node("k1").apps().deploy(hello().build());

        PlacementPlan plan = kws.fleet().plan(app("other").build(), Placement.mostRoom());

        assertThat(plan.order())
                .extracting(NodeRoom::toString)
                .containsExactly(
                        "k2: room for 10 (places on machines: 0 of 10 used, 1 needed), 0 rentals",
                        "k1: room for 9 (places on machines: 0 of 9 used, 1 needed), 1 rental");
    }

    @Test
    void deploy_noMachineHasRoom_nextClusterTakesItAndNothingIsLeft() {
        sandbox.node("k1").cluster().capacity(8000, 32, 110);

        AppRental hello = kws.fleet().deploy(hello().build(), Placement.firstOf("k1", "k2"));

        assertThat(hello.app().node()).isEqualTo("k2");
        assertThat(hello.receipt().toString())
                .contains("SKIPPED  node k1: no machine has enough free capacity: 0 of 1 replicas");
        assertThat(sandbox.node("k1").leftovers()).isEmpty();
    }

    @Test
    void deploy_noClusterHasRoom_namesEachReason() {
        sandbox.nodes().forEach(node -> node.cluster().capacity(8000, 32, 110));

        NoNodeException failure =
                catchThrowableOfType(NoNodeException.class, () -> kws.fleet().deploy(hello().build()));

        assertThat(failure.reasons().values()).hasSize(2).hasOnlyElementsOfType(NoCapacityException.class);
        assertThat(failure.receipt().isClean()).isTrue();
    }

    @Test
    void deploy_sameRequestAgain_endsInTheSameApp() {
        AppSpec spec = hello().build();
        AppRental first = kws.fleet().deploy(spec, Placement.firstOf("k2", "k1"));

        AppRental again = kws.fleet().deploy(spec, Placement.firstOf("k1", "k2"));

        assertThat(again.app().id()).isEqualTo(first.app().id());
        assertThat(again.app().node()).isEqualTo("k2");
        assertThat(kws.fleet().apps().items()).hasSize(1);
    }

    /** Its pauses are so long that only the cluster itself can have told. */
    @Test
    void watch_appIsDeployedAndDeleted_isToldByTheClusterItself() throws InterruptedException {
        BlockingQueue<RentalEvent> events = new LinkedBlockingQueue<>();
        WatchSpec spec = WatchSpec.builder()
                .listener(events::add)
                .shortest(Duration.ofMillis(5))
                .longest(Duration.ofHours(1))
                .build();
        try (RentalWatch watch = kws.watches().open(spec)) {
            kws.node("k1").apps().deploy(hello().build());
            assertThat(events.poll(60, TimeUnit.SECONDS)).isInstanceOf(RentalEvent.Appeared.class);
            assertThat(watch.spec()).isEqualTo(spec);

            kws.node("k1").apps().delete("hello");
            RentalEvent last = events.poll(60, TimeUnit.SECONDS);
            while (last != null && !(last instanceof RentalEvent.Gone)) {
                last = events.poll(60, TimeUnit.SECONDS);
            }
            assertThat(last).isInstanceOf(RentalEvent.Gone.class);
        }
    }
}
