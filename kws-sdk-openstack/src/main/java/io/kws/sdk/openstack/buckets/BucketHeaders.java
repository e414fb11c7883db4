package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.BucketValue;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
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

/** What the headers of a container say, and how it is said in them. */
final class BucketHeaders {
    static final String READ = "X-Container-Read";
    static final String KEY = "X-Container-Meta-Temp-URL-Key";

    private static final Instant FAR = Instant.MAX.minusSeconds(1);
    private static final String META = "X-Container-Meta-";
    private static final String RENTAL = "x-container-meta-kws-";
    private static final String WRITTEN = "x-container-meta-";
    private static final String CLAIM = "kws-claim-";
    private static final List<String> EVERYBODY = List.of(".r:*", ".rlistings");

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

    /** Tags have dots in their keys, which proxies drop from the names of headers. */
    static Map<String, String> tags(Reply reply) {
        Map<String, String> tags = new LinkedHashMap<>();
        reply.headers().forEach((header, value) -> {
            if (header.startsWith(RENTAL)) {
                tags.put("kws." + header.substring(RENTAL.length()), HeaderText.decode(value));
            }
        });
        return tags;
    }

    /** Adds tags; Swift takes an empty one for none. */
    static Request write(Request request, Map<String, String> tags) {
        Request tagged = request;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tagged = tagged.header(
                    META + tag.getKey().replace('.', '-'), HeaderText.encode("the owner", tag.getValue()));
        }
        return tagged;
    }

    /** Marks a container that is being made, in a way that spoils nothing if it is another's. */
    static Request claim(Request request, RentalId rental) {
        return request.header(META + CLAIM + rental, "1");
    }

    static Request withdraw(Request request, RentalId rental) {
        return request.header("X-Remove-Container-Meta-" + CLAIM + rental, "1");
    }

    /** Tells whether a container was made for a rental; of those who claim it at once, all see the same one first. */
    static boolean isClaimed(Reply reply, RentalId rental) {
        Optional<Rental> rented = rental(reply);
        if (rented.isPresent()) {
            return rented.get().id().equals(rental);
        }
        return reply.headers().keySet().stream()
                .filter(header -> header.startsWith(RENTAL + "claim-"))
                .min(String::compareTo)
                .filter(first -> first.endsWith(rental.value()))
                .isPresent();
    }

    /**
     * Returns the rental for which a container was claimed and never written on. It must be as it was made: by one PUT, as
     * a second may have marked what is another's, empty, and without anything else written on it.
     */
    static Optional<RentalId> unfinished(Reply reply) {
        List<String> written = reply.headers().keySet().stream()
                .filter(header -> header.startsWith(WRITTEN) || header.equals(READ.toLowerCase(Locale.ROOT)))
                .toList();
        return written.size() == 1 && isPutOnce(reply) && number(reply, "X-Container-Object-Count") == 0
                ? claimant(written.get(0))
                : Optional.empty();
    }

    /** A PUT counts as a modification, which is told in full seconds, rounded up. */
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

    private static Optional<RentalId> claimant(String header) {
        String claim = RENTAL + "claim-";
        return header.startsWith(claim) ? RentalId.parse(header.substring(claim.length())) : Optional.empty();
    }

    private static Visibility visibility(Reply reply) {
        return rights(reply).anyMatch(".r:*"::equals) ? Visibility.PUBLIC : Visibility.PRIVATE;
    }

    private static Stream<String> rights(Reply reply) {
        return Arrays.stream(reply.header(READ).split(",", -1))
                .map(String::strip)
                .filter(right -> !right.isEmpty());
    }

    /** Returns who may read after a change; others who were let in stay so. */
    static String rights(Reply reply, Visibility wanted) {
        Stream<String> others = rights(reply).filter(right -> !EVERYBODY.contains(right));
        Stream<String> everybody = wanted == Visibility.PUBLIC ? EVERYBODY.stream() : Stream.empty();
        return String.join(",", Stream.concat(everybody, others).toList());
    }

    static String rights(Visibility wanted) {
        return wanted == Visibility.PUBLIC ? String.join(",", EVERYBODY) : "";
    }

    /** When a container was made; what tells no time is taken for new, so that nothing under way is spoilt. */
    static Instant created(Reply reply) {
        Instant created = instant(reply.header("X-Timestamp"));
        return created.equals(Instant.EPOCH) ? FAR : created;
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
        String value = reply.header(header);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
