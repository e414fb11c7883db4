package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Waiting;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns from the console log how cloud-init ended: by the line that {@link LoginSetup} has the server write, with
 * cloud-init's own errors in it; or, if that line does not follow within some seconds, by cloud-init's last words.
 */
final class CloudInitEnd {
    private static final Pattern LAST_WORDS = Pattern.compile("Cloud-init v\\. \\S+ finished at");
    private static final Duration LINE_FOLLOWS = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Supplier<String> console;
    private final Pattern line;
    private long lastWordsAt;

    CloudInitEnd(Supplier<String> console, RentalId rental) {
        this.console = console;
        this.line = Pattern.compile(Pattern.quote(mark(rental)) + "(\\{.*?\\})\\s*$", Pattern.MULTILINE);
    }

    static String mark(RentalId rental) {
        return "kws-cloud-init " + rental + ": ";
    }

    /**
     * Waits for the end.
     *
     * @throws ProvisioningFailedException if cloud-init reports errors
     */
    void await(Pace pace) {
        Optional<List<String>> errors =
                new Waiting(pace).until(this::look, Optional::isPresent, none -> "cloud-init had not finished");
        if (!errors.orElse(List.of()).isEmpty()) {
            throw new ProvisioningFailedException(
                    "cloud-init finished with errors: " + String.join("; ", errors.orElse(List.of())));
        }
    }

    /** Returns cloud-init's errors, once it has ended. */
    private Optional<List<String>> look() {
        String log = console.get();
        Matcher matcher = line.matcher(log);
        if (matcher.find()) {
            return Optional.of(errors(matcher.group(1)));
        }
        if (LAST_WORDS.matcher(log).find() && lastWordsAt == 0) {
            lastWordsAt = System.nanoTime();
        }
        boolean noLineComes = lastWordsAt != 0 && System.nanoTime() - lastWordsAt > LINE_FOLLOWS.toNanos();
        return noLineComes ? Optional.of(List.of()) : Optional.empty();
    }

    private static List<String> errors(String result) {
        List<String> errors = new ArrayList<>();
        try {
            JsonNode all = MAPPER.readTree(result).path("v1").path("errors");
            all.forEach(error -> errors.add(error.asText()));
        } catch (JsonProcessingException e) {
            errors.add("its result cannot be read: " + result);
        }
        return errors;
    }
}
