package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the whole reason of a problem, with what events and logs add.
 *
 * @param client where
 * @param namespace the app's namespace
 */
record Diagnosis(ClusterClient client, String namespace) {
    private static final Pattern LACKING = Pattern.compile("Insufficient ([\\w./-]*[\\w])");
    private static final String POD = "Pod";
    private static final String CLAIM = "PersistentVolumeClaim";
    private static final String LOG_LINES = "10";
    private static final int LONGEST_LOG = 2_000;

    /** Returns the error that a problem means. */
    KwsException error(Problem problem) {
        String reason = tell(problem);
        return switch (problem.kind()) {
            case IMAGE_NAME -> new InvalidRequestException(reason);
            case QUOTA -> new QuotaExceededException(reason);
            case ROOM -> new NoCapacityException(reason);
            default -> new ProvisioningFailedException(reason);
        };
    }

    /** Returns what is wrong, in full. */
    String tell(Problem problem) {
        String message = problem.message();
        return switch (problem.kind()) {
            case IMAGE_NAME -> "the image's name is none: " + message;
            case IMAGE -> imageTrouble(problem);
            case CRASH -> "it ends again and again, last with %s%s".formatted(message, log(problem.object()));
            case CONTAINER -> "its container cannot be run: " + message;
            case QUOTA -> "the namespace's quota is used up: " + message;
            case REFUSED -> "the cluster refuses its Pods: " + message;
            case VOLUME -> "its storage is not there: %s%s".formatted(message, event(CLAIM, problem.object(), ""));
            case ROOM -> "no machine has room for it%s: %s".formatted(lacking(message), message);
            case HEALTH ->
                "it runs, but its health check fails%s%s"
                        .formatted(event(POD, problem.object(), "Unhealthy"), log(problem.object()));
            case STARTING ->
                "its Pod %s is being set up%s%s"
                        .formatted(
                                problem.object(),
                                message.isEmpty() ? "" : " (" + message + ")",
                                event(POD, problem.object(), "")
                                        + (message.startsWith("exit code") ? log(problem.object()) : ""));
        };
    }

    private String imageTrouble(Problem problem) {
        String pulled = problem.isTelling() ? ": " + problem.message() : event(POD, problem.object(), "Failed");
        Problem full = new Problem(problem.kind(), problem.object(), pulled);
        if (full.isImageForbidden()) {
            return (full.isImageForbiddenOrMissing()
                            ? "the registry gives the image to nobody without access, or does not have it"
                                    + "; check its name, or name an image pull secret"
                            : "the registry refuses access to the image; name an image pull secret,"
                                    + " or check the one that is named")
                    + pulled;
        }
        return full.isImageMissing()
                ? "the image does not exist; check its name and tag" + pulled
                : "the image cannot be pulled" + pulled;
    }

    private static String lacking(String message) {
        TreeSet<String> resources = new TreeSet<>();
        Matcher matcher = LACKING.matcher(message);
        while (matcher.find()) {
            resources.add(matcher.group(1));
        }
        return resources.isEmpty() ? "" : " (" + String.join(", ", resources) + ")";
    }

    /** Returns the newest warning about an object, after a colon; nothing if there is none, or it may not be read. */
    private String event(String kind, String name, String reason) {
        if (name.isEmpty()) {
            return "";
        }
        try {
            return client
                    .list(Request.list(ApiResource.EVENTS, namespace)
                            .query(
                                    "fieldSelector",
                                    "type=Warning,involvedObject.kind=" + kind + ",involvedObject.name=" + name))
                    .stream()
                    .filter(event ->
                            reason.isEmpty() || event.path("reason").asText().equals(reason))
                    .filter(event -> !event.path("message").asText().startsWith("Error: "))
                    .max(Comparator.comparing(Diagnosis::time))
                    .map(event -> ": " + event.path("message").asText().strip())
                    .orElse("");
        } catch (KwsException e) {
            return "";
        }
    }

    /** Who tells of an event fills in some of its moments and not the others. */
    static Instant time(JsonNode event) {
        return Stream.of(
                        event.path("lastTimestamp"),
                        event.path("series").path("lastObservedTime"),
                        event.path("eventTime"),
                        event.path("firstTimestamp"),
                        event.path("metadata").path("creationTimestamp"))
                .map(Json::instant)
                .filter(time -> time.isAfter(Instant.EPOCH))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** Returns the last lines that a Pod wrote, of the run before if there is none now. */
    private String log(String pod) {
        return readLog(pod, "false")
                .or(() -> readLog(pod, "true"))
                .map(text -> "; the end of its log:\n" + text)
                .orElse("");
    }

    private Optional<String> readLog(String pod, String previous) {
        try {
            Request log =
                    Logs.request(namespace, pod).query("previous", previous).query("tailLines", LOG_LINES);
            String text = Logs.lines(pod, client.text(log))
                    .map(LogLine::text)
                    .collect(Collectors.joining("\n"))
                    .strip();
            String end = text.length() > LONGEST_LOG ? "…" + text.substring(text.length() - LONGEST_LOG) : text;
            return Optional.of(end).filter(last -> !last.isEmpty());
        } catch (KwsException e) {
            return Optional.empty();
        }
    }
}
