package io.kws.sdk.internal.placement;

import io.kws.sdk.placement.Placement;
import io.kws.sdk.rentals.RentalId;
import java.util.Objects;

/**
 * What is to be made on one of several nodes.
 *
 * @param kind what kind of thing it is
 * @param spec what is asked for
 * @param placement decides on which
 */
public record PlacementRequest<C, S, R>(PlaceableKind<C, S, R> kind, S spec, Placement placement) {
    public PlacementRequest {
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(placement, "placement");
    }

    String attempt() {
        return kind.attempt(spec);
    }

    String name() {
        return kind.asked().name().apply(spec);
    }

    RentalId rental() {
        return kind.asked().rental().apply(spec);
    }
}
