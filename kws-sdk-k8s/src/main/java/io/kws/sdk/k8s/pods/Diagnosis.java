package io.kws.sdk.k8s.pods;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains problems in full, with what events and logs add to them.
 *
 * @param objects the cluster's objects
 * @param namespace the app's namespace
 * @param image the app's image
 * @param fallback what happens to the app instead, such as {@code the app keeps running nginx:1.27}; empty for nothing
 */
public record Diagnosis(ObjectClient objects, String namespace, String image, String fallback) {
    private static final Pattern INSUFFICIENT = Pattern.compile("Insufficient ([\\w./-]*[\\w])");
    private static final String POD = "Pod";
    private static final String CLAIM = "PersistentVolumeClaim";
    private static final String LOG_LINES = "10";
    private static final int LONGEST_LOG = 2_000;

    /**
     * Returns the error that a problem causes.
     *
     * @param problem the problem
     * @return the error, to be thrown
     */
    public KwsException error(Problem problem) {
        String reason = explain(problem);
        return switch (problem.kind()) {
            case IMAGE_NAME -> new InvalidRequestException(reason);
            case QUOTA -> new QuotaExceededException(reason);
            case ROOM -> new NoCapacityException(reason);
            default -> new ProvisioningFailedException(reason);
        };
    }

    /**
     * Explains a problem. Makes calls, whose failure only shortens the explanation.
     *
     * @param problem the problem
     * @return what is wrong, what happens instead, and the cluster's own words
     */
    public String explain(Problem problem) {
        String message = problem.message();
        String pod = problem.object();
        return switch (problem.kind()) {
            case IMAGE_NAME -> because("the image name \"" + image + "\" is malformed", ": " + message);
            case IMAGE -> imageProblem(problem);
            case CRASH -> because("its container exits again and again, last with " + message, log(pod));
            case CONTAINER -> because("its container cannot run", ": " + message);
            case QUOTA -> because("the namespace's quota is used up", ": " + message);
            case REFUSED -> because("the cluster rejects its Pods", ": " + message);
            case VOLUME -> because("its storage is not available", ": " + message + event(CLAIM, problem.object(), ""));
            case ROOM -> because("no machine has enough free capacity" + insufficient(message), ": " + message);
            case HEALTH -> because("it runs, but its health check fails", event(POD, pod, "Unhealthy") + log(pod));
            case STARTING ->
                because(
                        "its Pod %s is starting%s".formatted(pod, message.isEmpty() ? "" : " (" + message + ")"),
                        event(POD, pod, "") + (message.startsWith("exit code") ? log(pod) : ""));
        };
    }

    private String because(String problem, String details) {
        return problem + (fallback.isEmpty() ? "" : "; " + fallback) + details;
    }

    private String imageProblem(Problem problem) {
        String cause = problem.isSpecific() ? ": " + problem.message() : event(POD, problem.object(), "Failed");
        Problem full = new Problem(problem.kind(), problem.object(), cause);
        String name = (isImageNew() ? "new image \"" : "image \"") + image + "\"";
        if (full.isImageForbiddenOrMissing()) {
            return because(
                    "the registry does not have the " + name + ", or requires credentials for it",
                    "; check its name, or name an image pull secret" + cause);
        }
        if (full.isImageForbidden()) {
            return because(
                    "the registry refuses access to the " + name,
                    "; name an image pull secret, or check the one that is named" + cause);
        }
        return full.isImageMissing()
                ? because("the " + name + " does not exist", "; check its name and tag" + cause)
                : because("the " + name + " cannot be pulled", cause);
    }

    /** The fallback of a change names the image that the app had before. */
    private boolean isImageNew() {
        return !fallback.isEmpty() && !fallback.endsWith(" " + image);
    }

    private static String insufficient(String message) {
        TreeSet<String> resources = new TreeSet<>();
        Matcher matcher = INSUFFICIENT.matcher(message);
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
        ObjectQuery warnings = ObjectQuery.of(ApiResource.EVENTS, namespace)
                .where("type=Warning,involvedObject.kind=" + kind + ",involvedObject.name=" + name);
        try {
            return objects.list(warnings).stream()
                    .filter(event -> reason.isEmpty()
                            || event.json().path("reason").asText().equals(reason))
                    .filter(event -> !message(event).startsWith("Error: "))
                    .max(Comparator.comparing(Diagnosis::time))
                    .map(event -> ": " + message(event).strip())
                    .orElse("");
        } catch (KwsException e) {
            return "";
        }
    }

    private static String message(KubeObject event) {
        return event.json().path("message").asText();
    }

    /** Different writers of events set different times. */
    static Instant time(KubeObject event) {
        JsonNode json = event.json();
        return Stream.of(
                        json.path("lastTimestamp"),
                        json.path("series").path("lastObservedTime"),
                        json.path("eventTime"),
                        json.path("firstTimestamp"))
                .flatMap(time -> Json.time(time).stream())
                .findFirst()
                .or(event::created)
                .orElse(Instant.EPOCH);
    }

    /** Returns the last lines that a Pod wrote, or if there are none yet, those of its previous run. */
    private String log(String pod) {
        return readLog(pod, "false")
                .or(() -> readLog(pod, "true"))
                .map(text -> "; the end of its log:\n" + text)
                .orElse("");
    }

    private Optional<String> readLog(String pod, String previous) {
        Request log = PodLog.request(namespace, pod).query("previous", previous).query("tailLines", LOG_LINES);
        try {
            String text = PodLog.lines(pod, objects.client().text(log))
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
