package io.kws.sdk.rentals;

import io.kws.sdk.errors.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a rental is written on a resource: as key-value pairs on what is rented, as a name on what is made beside it. */
public final class RentalTags {
    private static final String ID = "kws.rental";
    private static final String OWNER = "kws.owner";
    private static final String START = "kws.start";
    private static final String END = "kws.end";
    private static final int OWNER_SHOWN = 160;

    private RentalTags() {}

    /**
     * Returns a rental as key-value pairs.
     *
     * @param rental the rental
     * @return the pairs; no end, no pair for it
     */
    public static Map<String, String> of(Rental rental) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(ID, rental.id().value());
        tags.put(OWNER, rental.owner());
        tags.put(START, rental.start().toString());
        rental.end().ifPresent(end -> tags.put(END, end.toString()));
        return tags;
    }

    /**
     * Reads a rental back.
     *
     * @param tags the key-value pairs of a resource
     * @return the rental; nothing if the resource is no rental, or its pairs cannot be read
     */
    public static Optional<Rental> read(Map<String, String> tags) {
        if (!tags.containsKey(ID)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Rental(
                    new RentalId(tags.get(ID)),
                    tags.getOrDefault(OWNER, ""),
                    Instant.parse(tags.getOrDefault(START, "")),
                    Optional.ofNullable(tags.get(END)).map(Instant::parse)));
        } catch (InvalidRequestException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whose a resource is, also after its rental.
     *
     * @param tags the key-value pairs of a resource
     * @return the owner; empty if nobody is named
     */
    public static String owner(Map<String, String> tags) {
        return tags.getOrDefault(OWNER, "");
    }

    /**
     * Returns the pairs without those of a rental, but with its owner; what is kept after a rental carries them.
     *
     * @param tags the key-value pairs of a resource
     * @return the pairs that stay
     */
    public static Map<String, String> withoutRental(Map<String, String> tags) {
        Map<String, String> kept = new LinkedHashMap<>(tags);
        kept.keySet().removeAll(List.of(ID, START, END));
        return kept;
    }

    /**
     * Returns the name of what is made beside a rented thing.
     *
     * @param id the rental
     * @return the name, such as {@code kws-k3vq7m2xw5ab}
     */
    public static String name(RentalId id) {
        return "kws-" + id.value();
    }

    /**
     * Returns the description of what is made beside a rented thing. It begins with {@link #name}, by which it is found
     * again; the rest tells people whose it is, as of the day it was made. A long owner is cut short.
     *
     * @param rental the rental
     * @return one line of at most 255 code points, as many as Neutron takes
     */
    public static String description(Rental rental) {
        return "%s owner=%s end=%s"
                .formatted(
                        name(rental.id()),
                        onLine(rental.owner()),
                        rental.end().map(Instant::toString).orElse("never"));
    }

    private static String onLine(String owner) {
        return owner.codePoints()
                .limit(OWNER_SHOWN)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Tells whether a description is that of a rental.
     *
     * @param description what stands on the resource
     * @param id the rental
     * @return whether it was made for that rental
     */
    public static boolean describes(String description, RentalId id) {
        return (description + " ").startsWith(name(id) + " ");
    }
}
