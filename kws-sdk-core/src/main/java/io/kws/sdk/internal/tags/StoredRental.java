package io.kws.sdk.internal.tags;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The key-value pairs of a rental on the resource that is rented. */
public final class StoredRental {
    public static final String ID = "kws.rental";
    public static final String OWNER = "kws.owner";
    public static final String START = "kws.start";
    public static final String END = "kws.end";

    private StoredRental() {}

    /** Reads a rental; empty if the resource is not rented, or its pairs are malformed. */
    public static Optional<Rental> read(Map<String, String> tags) {
        if (!tags.containsKey(ID)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Rental(
                    new RentalId(tags.get(ID)),
                    tags.getOrDefault(OWNER, ""),
                    Instant.parse(tags.getOrDefault(START, "")),
                    Optional.ofNullable(tags.get(END))
                            .filter(end -> !end.isEmpty())
                            .map(Instant::parse)));
        } catch (InvalidRequestException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
