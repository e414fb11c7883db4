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
 * Reads from the console log how cloud-init ended: from the line that {@link LoginSetup} makes the server write, which
 * contains cloud-init's errors; or, if that line does not follow within some seconds, from cloud-init's final message.
 */
final class CloudInitResult {
    private static final Pattern FINAL_MESSAGE = Pattern.compile("Cloud-init v\\. \\S+ finished at");
    private static final Duration RESULT_WITHIN = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Supplier<String> console;
    private final String marker;
    private final Duration resultWithin;
    private long finalMessageAt;

    CloudInitResult(Supplier<String> console, RentalId rental) {
        this(console, rental, RESULT_WITHIN);
    }

    /**
     * Makes a reader with another limit.
     *
     * @param resultWithin how long after cloud-init's final message its result may follow
     */
    CloudInitResult(Supplier<String> console, RentalId rental, Duration resultWithin) {
        this.console = console;
        this.marker = marker(rental);
        this.resultWithin = resultWithin;
    }

    static String marker(RentalId rental) {
        return "kws-cloud-init " + rental + ": ";
    }

    /**
     * Waits until cloud-init has ended.
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

    /** Returns cloud-init's errors; nothing while it is running. */
    private Optional<List<String>> look() {
        String log = console.get().replaceAll("[\\r\\n]+", ""); // lines may be wrapped
        Optional<List<String>> result = Arrays.stream(log.split(marker, -1))
                .skip(1)
                .flatMap(text -> errors(text).stream())
                .findFirst();
        if (result.isPresent()) {
            return result;
        }
        if (FINAL_MESSAGE.matcher(log).find() && finalMessageAt == 0) {
            finalMessageAt = System.nanoTime();
        }
        if (finalMessageAt == 0 || System.nanoTime() - finalMessageAt <= resultWithin.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(
                log.contains(marker + "{")
                        ? List.of("the console log contains only fragments of the result")
                        : List.of());
    }

    /** Returns the errors of a result, ignoring what follows it; nothing if it is unreadable. */
    private static Optional<List<String>> errors(String result) {
        try {
            JsonNode version = MAPPER.readTree(result).path("v1");
            List<String> errors = new ArrayList<>();
            version.path("errors").forEach(error -> errors.add(error.asText()));
            return version.isObject() ? Optional.of(errors) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // truncated, or mixed with other output
        }
    }
}
