package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.BucketValue;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.Numbers;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and writes the headers of containers. */
final class BucketHeaders {
    static final String READ = "X-Container-Read";
    static final String KEY = "X-Container-Meta-Temp-URL-Key";

    private static final Instant FAR_FUTURE = Instant.MAX.minusSeconds(1);
    private static final String META = "X-Container-Meta-";
    private static final String KWS_META = "x-container-meta-kws-";
    private static final String ANY_META = "x-container-meta-";
    private static final String RESERVED = "kws-claim-";
    private static final String RESERVATION = KWS_META + "claim-";
    private static final List<String> ALL_READERS = List.of(".r:*", ".rlistings");

    private BucketHeaders() {}

    static Bucket read(String node, String name, URI url, Reply reply) {
        return BucketValue.builder()
                .node(node)
                .name(name)
                .visibility(visibility(reply))
                .url(url)
                .created(instant(reply.header("X-Timestamp")))
                .rental(rental(reply))
                .build();
    }

    static Optional<Rental> rental(Reply reply) {
        return RentalTags.read(tags(reply));
    }

    /** Header names have dashes for the dots of tag keys, because proxies drop headers with dots. */
    static Map<String, String> tags(Reply reply) {
        Map<String, String> tags = new LinkedHashMap<>();
        reply.headers().forEach((header, value) -> {
            if (header.startsWith(KWS_META)) {
                tags.put("kws." + header.substring(KWS_META.length()), HeaderText.decode(value));
            }
        });
        return tags;
    }

    /** Adds tags; an empty value removes one. */
    static Request write(Request request, Map<String, String> tags) {
        Request tagged = request;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tagged = tagged.header(
                    META + tag.getKey().replace('.', '-'),
                    HeaderText.encode("rental " + tag.getKey().replaceFirst("^kws\\.", ""), tag.getValue()));
        }
        return tagged;
    }

    /** Reserves a container that is being created for a rental, without changing one that already exists. */
    static Request reserve(Request request, RentalId rental) {
        return request.header(META + RESERVED + rental, "1");
    }

    static Request removeReservation(Request request, RentalId rental) {
        return request.header("X-Remove-Container-Meta-" + RESERVED + rental, "1");
    }

    /** Tells whether a container was created for a rental; of several reservations, the first in order counts. */
    static boolean isReservedFor(Reply reply, RentalId rental) {
        Optional<Rental> written = rental(reply);
        if (written.isPresent()) {
            return written.get().id().equals(rental);
        }
        return reply.headers().keySet().stream()
                .filter(header -> header.startsWith(RESERVATION))
                .min(String::compareTo)
                .filter(first -> first.endsWith(rental.value()))
                .isPresent();
    }

    /**
     * Returns the rental that a container was reserved for, if the rental was never written into it. The container must be
     * unchanged: created by a single PUT, because a second one may have reserved another program's container, empty, and
     * without other metadata.
     */
    static Optional<RentalId> abandonedReservation(Reply reply) {
        List<String> metadata = reply.headers().keySet().stream()
                .filter(header -> header.startsWith(ANY_META) || header.equals(READ.toLowerCase(Locale.ROOT)))
                .toList();
        return metadata.size() == 1 && isPutOnce(reply) && number(reply, "X-Container-Object-Count") == 0
                ? reservation(metadata.get(0))
                : Optional.empty();
    }

    /** A PUT counts as a modification, whose time Swift rounds up to a second. */
    private static boolean isPutOnce(Reply reply) {
        try {
            String modified = reply.header("Last-Modified");
            return modified.isEmpty()
                    || !created(reply)
                            .plusSeconds(1)
                            .isBefore(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(modified)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<RentalId> reservation(String header) {
        return header.startsWith(RESERVATION)
                ? RentalId.parse(header.substring(RESERVATION.length()))
                : Optional.empty();
    }

    private static Visibility visibility(Reply reply) {
        return readerList(reply).anyMatch(".r:*"::equals) ? Visibility.PUBLIC : Visibility.PRIVATE;
    }

    private static Stream<String> readerList(Reply reply) {
        return Arrays.stream(reply.header(READ).split(",", -1))
                .map(String::strip)
                .filter(reader -> !reader.isEmpty());
    }

    /** Returns the readers after a change of visibility; readers that others have added stay. */
    static String readers(Reply reply, Visibility wanted) {
        Stream<String> others = readerList(reply).filter(reader -> !ALL_READERS.contains(reader));
        Stream<String> all = wanted == Visibility.PUBLIC ? ALL_READERS.stream() : Stream.empty();
        return String.join(",", Stream.concat(all, others).toList());
    }

    static String readers(Visibility wanted) {
        return wanted == Visibility.PUBLIC ? String.join(",", ALL_READERS) : "";
    }

    /** Returns when a container was created; one without a time counts as new, so that a sweep does not delete it. */
    static Instant created(Reply reply) {
        Instant created = instant(reply.header("X-Timestamp"));
        return created.equals(Instant.EPOCH) ? FAR_FUTURE : created;
    }

    /** Reads seconds with a fraction. */
    static Instant instant(String timestamp) {
        try {
            BigDecimal seconds = new BigDecimal(timestamp);
            return Instant.ofEpochSecond(
                    seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }

    static long number(Reply reply, String header) {
        return number(reply.header(header));
    }

    static long number(String value) {
        return Numbers.parse(value).orElse(0);
    }
}
