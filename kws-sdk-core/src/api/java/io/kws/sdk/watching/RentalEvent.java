package io.kws.sdk.watching;

public /* sealed */ interface RentalEvent {
    String node();

    public record AddressesChanged(io.kws.sdk.rentals.RentedThing thing, java.util.List<String> from) implements RentalEvent.OfThing {
    }

    public record Appeared(io.kws.sdk.rentals.RentedThing thing) implements RentalEvent.OfThing {
    }

    public record EndNear(io.kws.sdk.rentals.RentedThing thing, java.time.Instant end) implements RentalEvent.OfThing {
    }

    public record Gone(io.kws.sdk.rentals.RentedThing thing) implements RentalEvent.OfThing {
    }

    public record NodeBack(String node) implements RentalEvent {
    }

    public record NodeUnreachable(String node, io.kws.sdk.errors.KwsException why) implements RentalEvent {
    }

    public /* sealed */ interface OfThing extends RentalEvent {
        default String node() { throw null; }
        io.kws.sdk.rentals.RentedThing thing();
    }

    public record StatusChanged(io.kws.sdk.rentals.RentedThing thing, String from) implements RentalEvent.OfThing {
    }
}
