package io.kws.sdk.driver;

import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a rental is written on a resource: as key-value pairs on what is rented, as a name on what is made beside it. */
public final class RentalTags {
    private static final String ID = StoredRental.ID;
    private static final String OWNER = StoredRental.OWNER;
    private static final String START = StoredRental.START;
    private static final String END = StoredRental.END;
    private static final String PROTECTED = "kws.protected";
    private static final String WARNED = "kws.warned";
    private static final String STOPPED = "kws.stopped";
    private static final String NAME = "kws-";
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
        return StoredRental.read(tags);
    }

    /**
     * Tells whether tags are a rental's, be they readable or not.
     *
     * @param tags the key-value pairs of a resource
     * @return whether the SDK has written them
     */
    public static boolean isRental(Map<String, String> tags) {
        return tags.containsKey(ID);
    }

    /**
     * Returns the rental's ID as it is written, readable or not.
     *
     * @param tags the key-value pairs of a resource
     * @return the text; empty if there is none
     */
    public static String id(Map<String, String> tags) {
        return text(tags, ID);
    }

    /**
     * Tells whether all that tags say can be read.
     *
     * @param tags the key-value pairs of a resource
     * @return whether they can be trusted
     */
    public static boolean areReadable(Map<String, String> tags) {
        return read(tags).isPresent()
                && Stream.of(PROTECTED, WARNED, STOPPED)
                        .allMatch(key ->
                                text(tags, key).isEmpty() || time(tags, key).isPresent());
    }

    /**
     * Returns whose it is, though the rest be unreadable or gone.
     *
     * @param tags the key-value pairs of a resource
     * @return the owner; empty if nobody is named
     */
    public static String owner(Map<String, String> tags) {
        return text(tags, OWNER);
    }

    /**
     * Returns until when nothing may end it.
     *
     * @param tags the key-value pairs of a resource
     * @return the time; empty if none is written, or readable
     */
    public static Optional<Instant> protectedUntil(Map<String, String> tags) {
        return time(tags, PROTECTED);
    }

    /**
     * Returns the end of which its renter was warned.
     *
     * @param tags the key-value pairs of a resource
     * @return the time; empty if none is written, or readable
     */
    public static Optional<Instant> warnedOf(Map<String, String> tags) {
        return time(tags, WARNED);
    }

    /**
     * Returns when it was stopped for being over.
     *
     * @param tags the key-value pairs of a resource
     * @return the time; empty if none is written, or readable
     */
    public static Optional<Instant> stoppedAt(Map<String, String> tags) {
        return time(tags, STOPPED);
    }

    /**
     * Returns a rental as pairs that also take away what a former one has left.
     *
     * @param rental the rental
     * @return the pairs; an empty value is as good as none
     */
    public static Map<String, String> anew(Rental rental) {
        Map<String, String> tags = new LinkedHashMap<>();
        List.of(END, PROTECTED, WARNED, STOPPED).forEach(key -> tags.put(key, ""));
        tags.putAll(of(rental));
        return tags;
    }

    /**
     * Returns the pairs that give a rental another end, and forget what was done about the former one.
     *
     * @param end the end
     * @return the pairs; an empty value is as good as none
     */
    public static Map<String, String> ending(Instant end) {
        return Map.of(END, end.toString(), WARNED, "", STOPPED, "");
    }

    /**
     * Returns the pairs that protect a rental.
     *
     * @param until until when
     * @return the pairs
     */
    public static Map<String, String> protecting(Instant until) {
        return Map.of(PROTECTED, until.toString());
    }

    /** {@return the pairs that take a protection back} */
    public static Map<String, String> notProtected() {
        return Map.of(PROTECTED, "");
    }

    /**
     * Returns the pairs that remember a warning.
     *
     * @param end the end that was warned of
     * @return the pairs
     */
    public static Map<String, String> warned(Instant end) {
        return Map.of(WARNED, end.toString());
    }

    /** {@return the pairs that forget a warning} */
    public static Map<String, String> notWarned() {
        return Map.of(WARNED, "");
    }

    /**
     * Returns the pairs that remember a stop.
     *
     * @param at when
     * @return the pairs
     */
    public static Map<String, String> stopped(Instant at) {
        return Map.of(STOPPED, at.toString());
    }

    private static Optional<Instant> time(Map<String, String> tags, String key) {
        try {
            return text(tags, key).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text(tags, key)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> tags, String key) {
        return tags.getOrDefault(key, "");
    }

    /**
     * Returns the pairs without those of a rental, but with its owner; what is kept after a rental carries them.
     *
     * @param tags the key-value pairs of a resource
     * @return the pairs that stay
     */
    public static Map<String, String> withoutRental(Map<String, String> tags) {
        Map<String, String> kept = new LinkedHashMap<>(tags);
        kept.keySet().removeAll(List.of(ID, START, END, PROTECTED, WARNED, STOPPED));
        return kept;
    }

    /**
     * Returns the name of what is made beside a rented thing.
     *
     * @param id the rental
     * @return the name, such as {@code kws-k3vq7m2xw5ab}
     */
    public static String name(RentalId id) {
        return NAME + id.value();
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
     * Returns the rental that something was made for, as its name or description says.
     *
     * @param nameOrDescription what stands on the resource
     * @return the rental; nothing if it is not the SDK's
     */
    public static Optional<RentalId> rentalIn(String nameOrDescription) {
        String name = nameOrDescription.split(" ", 2)[0];
        return name.startsWith(NAME) ? RentalId.parse(name.substring(NAME.length())) : Optional.empty();
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
