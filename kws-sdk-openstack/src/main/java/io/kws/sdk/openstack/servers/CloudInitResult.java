package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Learns from the console log how cloud-init ended: by the line that {@link LoginSetup} has the server write, with
 * cloud-init's own errors in it; or, if that line does not follow within some seconds, by cloud-init's last words.
 */
final class CloudInitResult {
    private static final Pattern LAST_WORDS = Pattern.compile("Cloud-init v\\. \\S+ finished at");
    private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Supplier<String> console;
    private final String mark;
    private final Duration announcedWithin;
    private long lastWordsAt;

    CloudInitResult(Supplier<String> console, RentalId rental) {
        this(console, rental, ANNOUNCED_WITHIN);
    }

    /**
     * Makes one of other patience.
     *
     * @param announcedWithin how long after cloud-init's last words its result may yet follow
     */
    CloudInitResult(Supplier<String> console, RentalId rental, Duration announcedWithin) {
        this.console = console;
        this.mark = mark(rental);
        this.announcedWithin = announcedWithin;
    }

    static String mark(RentalId rental) {
        return "kws-cloud-init " + rental + ": ";
    }

    /**
     * Waits for the end.
     *
     * @throws ProvisioningFailedException if cloud-init reports errors
     */
    void await(PollInterval pollInterval) {
        Optional<List<String>> errors =
                new Waiting(pollInterval).until(this::look, Optional::isPresent, none -> "cloud-init had not finished");
        if (!errors.orElse(List.of()).isEmpty()) {
            throw new ProvisioningFailedException(
                    "cloud-init finished with errors: " + String.join("; ", errors.orElse(List.of())));
        }
    }

    /** Returns cloud-init's errors, once it has ended. */
    private Optional<List<String>> look() {
        String log = console.get().replaceAll("[\\r\\n]+", ""); // a line may be wrapped
        Optional<List<String>> announced = Arrays.stream(log.split(mark, -1))
                .skip(1)
                .flatMap(text -> errors(text).stream())
                .findFirst();
        if (announced.isPresent()) {
            return announced;
        }
        if (LAST_WORDS.matcher(log).find() && lastWordsAt == 0) {
            lastWordsAt = System.nanoTime();
        }
        if (lastWordsAt == 0 || System.nanoTime() - lastWordsAt <= announcedWithin.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(
                log.contains(mark + "{") ? List.of("the console log has its result only in pieces") : List.of());
    }

    /** Returns the errors in a result, whatever follows it; nothing if it cannot be read. */
    private static Optional<List<String>> errors(String result) {
        try {
            JsonNode read = MAPPER.readTree(result).path("v1");
            List<String> errors = new ArrayList<>();
            read.path("errors").forEach(error -> errors.add(error.asText()));
            return read.isObject() ? Optional.of(errors) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // cut off, or others wrote into it
        }
    }
}
