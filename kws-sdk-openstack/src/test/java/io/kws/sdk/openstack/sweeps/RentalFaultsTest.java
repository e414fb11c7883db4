package io.kws.sdk.openstack.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.faults.Change;
import io.kws.sdk.openstack.faults.ChangeFaults;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Extends and sweeps rentals under all faults. */
class RentalFaultsTest {
    private static final String NAME = "web-1";
    private static final RentalId ID = new RentalId("abcdefghijkl");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private static final Thing SERVER = new Thing(
            "server", RentalFaultsTest::rentServer, node -> node.servers().release(ID.value()));
    private static final Thing CONTAINER = new Thing(
            "container",
            RentalFaultsTest::runContainer,
            node -> node.containers().delete(ID.value()));
    private static final Thing BUCKET = new Thing(
            "bucket", RentalFaultsTest::makeBucket, node -> node.buckets().deleteWithContents(NAME));

    /** What is rented for a while, and taken away. */
    private record Thing(String kind, BiConsumer<Node, Duration> make, Consumer<Node> remove) {}

    private static void rentServer(Node node, Duration term) {
        node.servers()
                .rent(ServerSpec.builder()
                        .name(NAME)
                        .image("ubuntu-22.04")
                        .flavor("m1.nano")
                        .reachableOn(Port.SSH)
                        .term(term)
                        .rentalId(ID)
                        .build());
    }

    private static void runContainer(Node node, Duration term) {
        node.containers()
                .run(ContainerSpec.builder()
                        .name(NAME)
                        .image("nginx")
                        .term(term)
                        .rentalId(ID)
                        .build());
    }

    private static void makeBucket(Node node, Duration term) {
        node.buckets()
                .create(BucketSpec.builder().name(NAME).term(term).rentalId(ID).build());
    }

    @Test
    void extend_serverAndAnyCallFails_isExtendedOrNot() throws InterruptedException {
        new ChangeFaults(new Extension(SERVER)).run();
    }

    @Test
    void extend_containerAndAnyCallFails_isExtendedOrNot() throws InterruptedException {
        new ChangeFaults(new Extension(CONTAINER)).run();
    }

    @Test
    void extend_bucketAndAnyCallFails_isExtendedOrNot() throws InterruptedException {
        new ChangeFaults(new Extension(BUCKET)).run();
    }

    @Test
    void expire_serverAndAnyCallFails_nextSweepLeavesNothing() throws InterruptedException {
        new ChangeFaults(new Expiry(SERVER)).run();
    }

    @Test
    void expire_bucketAndAnyCallFails_nextSweepLeavesNothing() throws InterruptedException {
        new ChangeFaults(new Expiry(BUCKET)).run();
    }

    /** A use case of all nodes about one thing. */
    private abstract static class FleetChange implements Change {
        private final String verb;
        private final Thing thing;
        private final Duration term;

        FleetChange(String verb, Thing thing, Duration term) {
            this.verb = verb;
            this.thing = thing;
            this.term = term;
        }

        @Override
        public String title() {
            return verb + " " + thing.kind();
        }

        @Override
        public void prepare(Node node) {
            thing.make().accept(node, term);
        }

        @Override
        public void act(Node node) {
            throw new UnsupportedOperationException("it is one of all nodes");
        }

        @Override
        public String flaw(Node node) {
            return "";
        }

        @Override
        public void clean(Node node) {
            thing.remove().accept(node);
        }
    }

    /** A rental of a month gets a day more. */
    private static final class Extension extends FleetChange {
        Extension(Thing thing) {
            super("extend", thing, MONTH);
        }

        private static Duration length(RentedThing thing) {
            Rental rental = thing.rental().orElseThrow();
            return Duration.between(rental.start(), rental.end().orElseThrow());
        }

        @Override
        public void act(Kws kws) {
            RentedThing extended = kws.rentals().extend(ID, DAY);
            if (!length(extended).equals(MONTH.plus(DAY))) {
                throw new IllegalStateException("it is " + extended);
            }
        }

        /** It may be done although its answer was lost. */
        @Override
        public String flawAfterFailure(Kws kws) {
            RentedThing thing =
                    kws.rentals().list(RentalQuery.builder().build()).items().get(0);
            return List.of(MONTH, MONTH.plus(DAY)).contains(length(thing)) ? "" : "it is " + thing;
        }
    }

    /** What was rented for a day is swept. */
    private static final class Expiry extends FleetChange {
        private static final Sweep SWEEP =
                Sweep.builder().rule(thing -> EndPolicy.delete()).build();

        Expiry(Thing thing) {
            super("expire", thing, DAY);
        }

        @Override
        public void act(Kws kws) {
            SweepReport report = kws.sweeps().run(SWEEP);
            if (!report.isComplete()) {
                throw new ServiceFailureException("not complete: " + report);
            }
        }

        @Override
        public String flaw(Node node) {
            return node.servers().list().isEmpty() && node.buckets().list().isEmpty() ? "" : "it is there";
        }

        @Override
        public String flawAfterFailure(Kws kws) {
            SweepReport next = kws.sweeps().run(SWEEP);
            return next.isComplete() ? flaw(kws.node("kws1")) : "the next sweep is not complete: " + next;
        }

        @Override
        public boolean believesNotFound() {
            return true;
        }
    }
}
