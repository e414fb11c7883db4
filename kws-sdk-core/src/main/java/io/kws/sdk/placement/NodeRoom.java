package io.kws.sdk.placement;

import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.rentals.RentedThing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A node that could take what is to be made, and what is known of its room, at one moment. Immutable.
 *
 * @param node the node's name
 * @param plan what would be done there, and what it would take of which limit
 * @param rentals what is rented there of the same kind, whoever rents it
 */
public record NodeRoom(String node, Plan plan, List<RentedThing> rentals) {
    /**
     * Copies the list.
     *
     * @param node the node's name
     * @param plan what would be done there
     * @param rentals what is rented there of the same kind
     */
    public NodeRoom {
        rentals = List.copyOf(rentals);
    }

    /**
     * Returns how many more such things there is room for: by the limits of the project, and by the machines, where the
     * credentials may know them.
     *
     * @return the number; {@link Long#MAX_VALUE} if any number may be made, empty if the node tells no limit at all
     */
    public OptionalLong fits() {
        return tightest().map(need -> OptionalLong.of(fits(need))).orElseGet(OptionalLong::empty);
    }

    /**
     * Counts what somebody rents there.
     *
     * @param owner who
     * @return how much it is
     */
    public long rentals(String owner) {
        return rentals.stream().filter(thing -> thing.owner().equals(owner)).count();
    }

    private Optional<Need> tightest() {
        return plan.needs().stream().min(Comparator.comparingLong(NodeRoom::fits));
    }

    private static long fits(Need need) {
        return need.limit().isUnlimited() ? Long.MAX_VALUE : need.limit().left() / Math.max(1, need.amount());
    }

    /** {@return such as {@code kws1: room for 4 (cores: 16 of 20 used, 1 needed), 3 rentals}} */
    @Override
    public String toString() {
        String room = tightest()
                .map(need -> need.limit().isUnlimited()
                        ? "room for any number"
                        : "room for %d (%s)".formatted(fits(need), need))
                .orElse("room unknown");
        return "%s: %s, %d %s".formatted(node, room, rentals.size(), rentals.size() == 1 ? "rental" : "rentals");
    }
}
