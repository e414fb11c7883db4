package io.kws.sdk.openstack.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.NoNodeException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What making things anywhere must do over any two nodes. */
abstract class PlacementContract {
    private final String suffix = RentalId.random().value();
    private final String owner = "alice-" + suffix;
    private Kws kws;

    /** Connects to the nodes kws1 and kws2. */
    abstract Kws connect();

    /** Lets the project have no more servers on kws1. */
    abstract void fillFirstNode();

    /** Takes {@link #fillFirstNode} back, and ends a test. */
    abstract void end();

    @BeforeEach
    void connectToBoth() {
        kws = connect();
    }

    @AfterEach
    void endAll() {
        try {
            kws.rentals().list().items().stream()
                    .filter(thing -> thing.owner().equals(owner))
                    .map(RentedThing::rental)
                    .forEach(rental -> kws.rentals().end(rental.orElseThrow().id()));
        } finally {
            end();
            kws.close();
        }
    }

    final Kws kws() {
        return kws;
    }

    final ServerSpec.Options spec(String name) {
        return ServerSpec.builder()
                .name(name + "-" + suffix)
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .owner(owner);
    }

    static List<String> skipped(ServerRental rental) {
        return rental.receipt().entries(Outcome.SKIPPED).stream()
                .map(ReceiptEntry::name)
                .toList();
    }

    private List<RentedThing> mine() {
        return kws.rentals().list().items().stream()
                .filter(thing -> thing.owner().equals(owner))
                .toList();
    }

    @Test
    void rent_firstOf_isMadeOnThatNode() {
        ServerRental rental = kws.fleet().rent(spec("web").build(), Placement.firstOf("kws2", "kws1"));

        assertThat(rental.server().node()).isEqualTo("kws2");
        assertThat(skipped(rental)).isEmpty();
        assertThat(mine()).extracting(RentedThing::node).containsExactly("kws2");
    }

    @Test
    void rent_projectIsFull_nextNodeTakesItAndTheReceiptSaysWhy() {
        fillFirstNode();

        ServerRental rental = kws.fleet().rent(spec("web").build(), Placement.firstOf("kws1", "kws2"));

        assertThat(rental.server().node()).isEqualTo("kws2");
        assertThat(rental.receipt().toString())
                .containsPattern("SKIPPED  node kws1: quota exceeded: \\d of 0 servers used, 1 more needed");
        assertThat(mine()).extracting(RentedThing::node).containsExactly("kws2");
    }

    @Test
    void plan_projectIsFull_saysWhereItGoesAndWhyNotElsewhere() {
        PlacementPlan before = kws.fleet().plan(spec("web").build(), Placement.mostRoom());
        fillFirstNode();

        PlacementPlan after = kws.fleet().plan(spec("web").reachableOn(Port.SSH).build(), Placement.mostRoom());

        assertThat(before.order()).hasSize(2);
        assertThat(before.order().get(0).fits().orElseThrow())
                .isGreaterThanOrEqualTo(before.order().get(1).fits().orElseThrow());
        assertThat(after.best().orElseThrow().node()).isEqualTo("kws2");
        assertThat(after.best().orElseThrow().plan().needs())
                .anyMatch(need -> need.limit().kind() == LimitKind.FLOATING_IPS);
        assertThat(after.passedOver().get("kws1")).isInstanceOf(QuotaExceededException.class);
        assertThat(after.toString()).contains("on kws2", "candidate    kws2: room for ", "passed over  kws1: ");
        assertThat(mine()).isEmpty();
    }

    @Test
    void rent_spread_goesWhereTheOwnerHasFewest() {
        ServerRental first = kws.fleet().rent(spec("a").build(), Placement.spread(owner));
        ServerRental second = kws.fleet().rent(spec("b").build(), Placement.spread(owner));

        assertThat(List.of(first.server().node(), second.server().node())).containsExactlyInAnyOrder("kws1", "kws2");
    }

    @Test
    void rent_noNodeHasTheFlavor_namesEachReason() {
        ServerSpec spec = ServerSpec.builder()
                .name("web-" + suffix)
                .image("ubuntu-22.04")
                .flavor("m1.nan")
                .build();

        NoNodeException failure =
                catchThrowableOfType(NoNodeException.class, () -> kws.fleet().rent(spec));

        assertThat(failure.reasons().values()).hasSize(2).hasOnlyElementsOfType(NotFoundException.class);
        assertThat(failure)
                .hasMessageContaining("kws1: flavor \"m1.nan\" does not exist; did you mean \"m1.nano\"?")
                .hasMessageContaining("kws2: flavor \"m1.nan\" does not exist");
    }

    @Test
    void rent_nameIsRentedOnAnotherNode_isARequestMadeTwice() {
        kws.node("kws2").servers().rent(spec("web").build());

        assertThatThrownBy(() -> kws.fleet().rent(spec("web").build(), Placement.firstOf("kws1", "kws2")))
                .isInstanceOf(AlreadyRentedException.class)
                .hasMessageContaining("on kws2");
        assertThat(mine()).hasSize(1);
    }

    @Test
    void rentAsync_cancelled_leavesNothingAnywhere() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Operation<ServerRental> operation =
                kws.fleet().rentAsync(spec("web").reachableOn(Port.SSH).build(), Placement.mostRoom());
        operation.onProgress(progress -> {
            if (progress.step().contains("create ")) {
                begun.countDown();
            }
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(operation.cancel()).isTrue();

        CancelledException failure = catchThrowableOfType(CancelledException.class, operation::await);
        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(mine()).isEmpty();
    }

    @Test
    void create_bucketAnywhere_isOnOneNode() {
        BucketRental made = kws.fleet()
                .create(BucketSpec.builder().name("box-" + suffix).owner(owner).build());

        assertThat(mine()).singleElement().satisfies(thing -> {
            assertThat(thing.node()).isEqualTo(made.bucket().node());
            assertThat(thing.name()).isEqualTo("box-" + suffix);
        });
    }
}
