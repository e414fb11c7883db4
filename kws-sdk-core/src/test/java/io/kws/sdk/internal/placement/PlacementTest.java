package io.kws.sdk.internal.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.LimitValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.placement.NodeRoom;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentedThing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static NodeRoom room(String node, List<Need> needs, String... owners) {
        List<RentedThing> rentals =
                Arrays.stream(owners).map(owner -> thing(node, owner)).toList();
        return new NodeRoom(
                node, new Plan(node, "rent server \"web\"", List.of(), needs, List.of(), List.of()), rentals);
    }

    private static RentedThing thing(String node, String owner) {
        Rental rental = new Rental(RentalId.random(), owner, Instant.EPOCH, Optional.empty());
        return new TaggedRental(
                node, ResourceKind.SERVER, new RentalBackend.Tagged("1", "web", "ACTIVE", RentalTags.of(rental)));
    }

    private static Need need(LimitKind kind, long max, long amount) {
        return new Need(
                LimitValue.builder()
                        .kind(kind)
                        .max(max < 0 ? OptionalLong.empty() : OptionalLong.of(max))
                        .used(0)
                        .build(),
                amount);
    }

    @Test
    void fits_severalLimits_theTightestCounts() {
        NodeRoom room = room(
                "kws1",
                List.of(
                        need(LimitKind.SERVERS, 10, 1),
                        need(LimitKind.CORES, 20, 8),
                        need(LimitKind.MEMORY_MIB, -1, 2048)));

        assertThat(room.fits()).hasValue(2);
        assertThat(room).hasToString("kws1: room for 2 (cores: 0 of 20 used, 8 needed), 0 rentals");
    }

    @Test
    void fits_noLimitTold_isUnknown() {
        assertThat(room("kws1", List.of()).fits()).isEmpty();
        assertThat(room("kws1", List.of())).hasToString("kws1: room unknown, 0 rentals");
        assertThat(room("kws1", List.of(need(LimitKind.SERVERS, -1, 1))).fits()).hasValue(Long.MAX_VALUE);
    }

    @Test
    void mostRoom_unknownIsLast_equalsByFewerRentalsThenName() {
        List<NodeRoom> rooms = List.of(
                room("dark", List.of()),
                room("e1", List.of(need(LimitKind.SERVERS, 3, 1)), "alice"),
                room("e2", List.of(need(LimitKind.SERVERS, 3, 1))),
                room("e3", List.of(need(LimitKind.SERVERS, 3, 1))),
                room("full", List.of(need(LimitKind.SERVERS, 0, 1))),
                room("wide", List.of(need(LimitKind.SERVERS, -1, 1))));

        assertThat(Placement.mostRoom().order(rooms)).containsExactly("wide", "e2", "e3", "e1", "full", "dark");
    }

    @Test
    void spread_countsOfAllOrOfOneOwner() {
        List<NodeRoom> rooms = List.of(
                room("kws1", List.of(), "bob", "bob"),
                room("kws2", List.of(), "alice"),
                room("kws3", List.of(), "alice", "bob", "bob"));

        assertThat(Placement.spread().order(rooms)).containsExactly("kws2", "kws1", "kws3");
        assertThat(Placement.spread("alice").order(rooms)).containsExactly("kws1", "kws2", "kws3");
        assertThat(Placement.spread("bob").order(rooms)).containsExactly("kws2", "kws1", "kws3");
    }

    @Test
    void firstOf_isThatOrderAmongThoseNodes() {
        Placement placement = Placement.firstOf("kws2", "kws1");

        assertThat(placement.nodes()).containsExactlyInAnyOrder("kws1", "kws2");
        assertThat(placement.order(List.of())).containsExactly("kws2", "kws1");
    }

    @Test
    void among_keepsTheRule() {
        Placement placement = Placement.spread().among("kws1", "kws3");

        assertThat(placement.nodes()).containsExactlyInAnyOrder("kws1", "kws3");
        assertThat(placement.order(List.of(room("kws1", List.of(), "bob"), room("kws3", List.of()))))
                .containsExactly("kws3", "kws1");
        assertThatThrownBy(() -> Placement.spread().among()).isInstanceOf(InvalidRequestException.class);
    }
}
